package dev.hindsight.gateway;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own browser, so that nothing is downloaded; it remembers what the pages' security policy forbade. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setArgs(List.of("--no-sandbox"))); // it refuses to run as root otherwise
    private final List<String> forbidden = new ArrayList<>();

    Page newPage() {
        return newPage(new Browser.NewContextOptions());
    }

    Page newPage(Browser.NewContextOptions options) {
        var page = browser.newContext(options).newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                forbidden.add(message.text());
            }
        });
        return page;
    }

    List<String> forbidden() {
        return forbidden;
    }

    /** Asks for a page of ours, and fills in the form that comes instead. */
    static void signIn(Page page, String user, String password, String path) {
        page.navigate(Surroundings.url() + path);
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("#kc-login");
    }

    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need Chromium: apt-get install chromium"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
