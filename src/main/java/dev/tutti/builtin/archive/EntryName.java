package dev.tutti.builtin.archive;

import java.util.Arrays;
import java.util.List;

/** The name of a file in an archive, without anything that would lead out of it. */
record EntryName(String folder, String file) {

    private static final int LONGEST = 200;

    static EntryName of(String path) {
        List<String> parts = Arrays.stream(path.replace('\\', '/').split("/"))
                .map(part -> part.replaceAll("\\p{Cntrl}", "").strip())
                .filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals("..") && !part.endsWith(":"))
                .toList();
        if (parts.isEmpty()) {
            return new EntryName("", "file");
        }
        String last = parts.getLast();
        return new EntryName(
                String.join("/", parts.subList(0, parts.size() - 1)),
                last.length() > LONGEST ? last.substring(last.length() - LONGEST) : last);
    }

    String path() {
        return folder.isEmpty() ? file : folder + "/" + file;
    }
}
