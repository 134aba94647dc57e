package dev.tutti.expression;

/** A text being made, refused as soon as it is too long. */
final class Growing {
    private final StringBuilder text = new StringBuilder();
    private final Context context;
    private final Site site;

    Growing(Context context, Site site) {
        this.context = context;
        this.site = site;
    }

    Growing append(CharSequence more) {
        return append(more, 0, more.length());
    }

    Growing append(CharSequence source, int from, int to) {
        long length = (long) text.length() + to - from;
        if (length > context.maxSize()) {
            context.make(length, site);
        }
        text.append(source, from, to);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
