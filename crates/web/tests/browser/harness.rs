//! A server with a clock to set, and a headless Chromium that looks at it.

use chromiumoxide::browser::{Browser, BrowserConfig};
use chromiumoxide::cdp::browser_protocol::dom::SetFileInputFilesParams;
use chromiumoxide::cdp::browser_protocol::emulation::SetDeviceMetricsOverrideParams;
use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};
use chromiumoxide::{Element, Page};
use futures::StreamExt as _;
use haidang_app::{App, InThisProcess};
use haidang_testkit::app::{IN_MEMORY, bare};
use haidang_testkit::clock::ManualClock;
use haidang_web::{WebConfig, router};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpListener;

/// How long a page may take to show what a test waits for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running Haidang in demo mode, in memory.
pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) clock: ManualClock,
    pub(crate) at: String,
}

impl Server {
    /// Starts the demonstration on 2 March 2026, nine in the morning in Hai Phong, with the
    /// locality taken in.
    pub(crate) async fn start() -> Self {
        Self::start_as(true).await
    }

    /// The same, as a demonstration or for people who sign in.
    pub(crate) async fn start_as(demo: bool) -> Self {
        let (app, clock) = bare(IN_MEMORY, InThisProcess).await.unwrap();
        app.load_locality().await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = format!("http://{}", listener.local_addr().unwrap());
        let config = WebConfig { demo, secure_cookies: false, data_name: "test".to_owned() };
        let service = router(app.clone(), config).into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await.unwrap() });
        tokio::spawn(app.clone().read_intake());
        Self { app, clock, at }
    }
}

/// A browser with one page.
pub(crate) struct Visitor {
    pub(crate) page: Page,
    at: String,
    browser: Browser,
    _profile: TempDir,
}

/// Where Debian and others keep Chromium. `None` skips the test with a line, but not in CI.
fn chromium() -> Option<PathBuf> {
    let known = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    let asked = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let found = asked.into_iter().chain(known.map(PathBuf::from)).find(|path| path.is_file());
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "Chromium is missing; set CHROMIUM");
    if found.is_none() {
        eprintln!("skipped: Chromium is missing; set CHROMIUM");
    }
    found
}

impl Visitor {
    pub(crate) async fn new(server: &Server) -> Option<Self> {
        let profile = tempfile::tempdir().unwrap();
        let quiet = [
            "disable-gpu",
            "disable-quic",
            "no-first-run",
            "disable-background-networking",
            "disable-component-update",
            "disable-sync",
            "hide-scrollbars",
        ];
        let config = BrowserConfig::builder()
            .chrome_executable(chromium()?)
            .no_sandbox()
            .user_data_dir(profile.path())
            .launch_timeout(Duration::from_mins(1))
            .window_size(1366, 768)
            .args(quiet)
            .build()
            .unwrap();
        let (browser, mut handler) = Browser::launch(config).await.unwrap();
        tokio::spawn(async move { while handler.next().await.is_some() {} });
        let page = browser.new_page("about:blank").await.unwrap();
        Some(Self { page, at: server.at.clone(), browser, _profile: profile })
    }

    /// Opens an address of the server.
    pub(crate) async fn open(&self, path: &str) {
        self.page.goto(format!("{}{path}", self.at)).await.unwrap();
        self.settled().await;
    }

    /// Waits until the page is there.
    pub(crate) async fn settled(&self) {
        self.until("document.readyState === 'complete'").await;
    }

    /// Waits until an expression is true.
    pub(crate) async fn until(&self, expression: &str) {
        let start = std::time::Instant::now();
        loop {
            // While a page goes away there is nothing to ask; then it is asked again.
            let answer = self.page.evaluate(expression).await.ok();
            if answer.and_then(|a| a.into_value::<bool>().ok()) == Some(true) {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "never true: {expression}\non {:?}:\n{}",
                self.page.url().await,
                self.words().await
            );
            tokio::time::sleep(Duration::from_millis(40)).await;
        }
    }

    /// Runs a script that may leave the page, and waits for what comes.
    pub(crate) async fn act(&self, script: &str) {
        self.page.evaluate("window.haidangOld = true").await.unwrap();
        let _ = self.page.evaluate(script).await;
        self.until("window.haidangOld !== true && document.readyState === 'complete'").await;
    }

    /// The value of an expression.
    pub(crate) async fn ask<T: serde::de::DeserializeOwned>(&self, expression: &str) -> T {
        let value = self.page.evaluate(expression).await.unwrap().into_value();
        match value {
            Ok(value) => value,
            Err(error) => {
                let words = self
                    .page
                    .evaluate("document.body.innerText")
                    .await
                    .unwrap()
                    .into_value::<String>()
                    .unwrap_or_default();
                panic!("{expression}: {error}\n{words}")
            }
        }
    }

    /// What the main part of the page says.
    pub(crate) async fn words(&self) -> String {
        self.ask("document.querySelector('main') ? document.querySelector('main').innerText : ''").await
    }

    pub(crate) async fn find(&self, selector: &str) -> Element {
        match self.page.find_element(selector).await {
            Ok(element) => element,
            Err(error) => panic!("{selector}: {error}\n{}", self.words().await),
        }
    }

    /// Presses a key on the page.
    pub(crate) async fn press(&self, key: &str) {
        self.find("body").await.press_key(key).await.unwrap();
    }

    /// Presses Enter with Control in the field that has the cursor.
    pub(crate) async fn press_control_enter(&self) {
        let control = 2;
        for kind in [DispatchKeyEventType::RawKeyDown, DispatchKeyEventType::KeyUp] {
            let event = DispatchKeyEventParams::builder().r#type(kind).modifiers(control);
            let event = event.key("Enter").code("Enter").windows_virtual_key_code(13).build().unwrap();
            self.page.execute(event).await.unwrap();
        }
    }

    /// Puts files into an input.
    pub(crate) async fn choose(&self, selector: &str, files: &[&Path]) {
        let files = files.iter().map(|file| file.canonicalize().unwrap().display().to_string());
        let input = self.find(selector).await;
        let files = SetFileInputFilesParams::builder().files(files).backend_node_id(input.backend_node_id);
        self.page.execute(files.build().unwrap()).await.unwrap();
    }

    /// Looks at the page as on a screen of this size.
    pub(crate) async fn screen(&self, width: i64, height: i64, mobile: bool) {
        self.page.execute(SetDeviceMetricsOverrideParams::new(width, height, 1.0, mobile)).await.unwrap();
    }

    pub(crate) async fn close(mut self) {
        self.browser.close().await.unwrap();
        let _ = self.browser.wait().await;
    }
}
