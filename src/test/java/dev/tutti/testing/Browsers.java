package dev.tutti.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium for tests: the machine's own where there is one, else the one Playwright downloads, else the system's
 * package. One browser per JVM, of the one thread that runs the tests (Playwright is bound to a thread).
 */
public final class Browsers {

    private static final List<String> FLAGS = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-sandbox");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private static @Nullable Browser shared;

    private Browsers() {}

    /** The browser of this JVM; open a context in it for each test. */
    public static synchronized Browser chromium() {
        if (shared == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = launch(playwright);
        }
        return shared;
    }

    private static Browser launch(Playwright playwright) {
        List<BooleanSupplier> waysToInstall =
                List.of(() -> true, Browsers::installByPlaywright, Browsers::installBySystem);
        for (BooleanSupplier install : waysToInstall) {
            if (install.getAsBoolean()) {
                Optional<Browser> browser = tryLaunch(playwright, ofMachine());
                if (browser.isEmpty()) {
                    browser = tryLaunch(playwright, Optional.empty());
                }
                if (browser.isPresent()) {
                    return browser.get();
                }
            }
        }
        throw new IllegalStateException(
                "There is no Chromium here and none could be installed. Install one (for example: apt-get install chromium).");
    }

    private static Optional<Browser> tryLaunch(Playwright playwright, Optional<Path> executable) {
        LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(FLAGS);
        executable.ifPresent(options::setExecutablePath);
        try {
            return Optional.of(playwright.chromium().launch(options));
        } catch (PlaywrightException notHere) {
            return Optional.empty();
        }
    }

    private static Optional<Path> ofMachine() {
        Stream<Path> folders = Stream.of(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        Stream<Path> onPath = folders.flatMap(folder -> NAMES.stream().map(folder::resolve));
        Stream<Path> onMac = Stream.of(
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return Stream.concat(onPath, onMac).filter(Files::isExecutable).findFirst();
    }

    private static boolean installByPlaywright() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return run(List.of(java, "-cp", classPath, "com.microsoft.playwright.CLI", "install", "chromium"));
    }

    private static boolean installBySystem() {
        return apt("update") && apt("install", "-y", "chromium");
    }

    private static boolean apt(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("apt-get", "-q"), Stream.of(arguments)).toList();
        return run(command)
                || run(Stream.concat(Stream.of("sudo", "-n"), command.stream()).toList());
    }

    private static boolean run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/browser-install.log")));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        builder.environment().put("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "15000");
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
