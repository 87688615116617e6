//! A browser for tests: Chromium by its own driver, as `WebDriver` speaks it. Nothing is fetched: where no driver is
//! installed, there is no browser.

use serde_json::{Value, json};
use std::env;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A browser with one window; closed when it is dropped.
pub(crate) struct Browser {
    driver: Child,
    /// Held, because a driver whose output nobody reads ends.
    _output: BufReader<ChildStdout>,
    session: String,
}

impl Browser {
    /// Starts one; `None` where no driver is installed, unless `BILINT_BROWSER=required` says that there must be one.
    pub(crate) fn start() -> Option<Self> {
        let name = env::var("BILINT_CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let started = Command::new(&name).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut driver = match started {
            Ok(driver) => driver,
            Err(error) => {
                let required = env::var("BILINT_BROWSER").is_ok_and(|said| said == "required");
                assert!(!required, "{name}: {error}; Debian has it as `chromium-driver`");
                return None;
            }
        };
        let mut output = BufReader::new(driver.stdout.take().unwrap());
        let driver_address = format!("http://127.0.0.1:{}", port(&mut output));
        // Nobody but this test wrote the pages, and a container often runs as root, where the sandbox refuses to work.
        let arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];
        let wanted = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }}});
        let session = ask(minreq::post(format!("{driver_address}/session")), &wanted).unwrap();
        let session = format!("{driver_address}/session/{}", session["sessionId"].as_str().unwrap());
        let browser = Self { driver, _output: output, session };
        browser.resize(1400, 1000);
        Some(browser)
    }

    /// Opens the file `path` anew, with `hash` behind its address.
    pub(crate) fn open(&self, path: &Path, hash: &str) {
        // Another page in between: a change of the hash alone opens nothing.
        self.post("url", &json!({"url": "about:blank"}));
        self.post("url", &json!({"url": format!("file://{}{hash}", path.display())}));
        // The driver may answer before a large file is read.
        self.wait("location.protocol === 'file:' && document.readyState === 'complete'");
    }

    /// What the body of a function returns in the page, with `value` as its argument; a promise is waited for.
    pub(crate) fn run(&self, body: &str, value: impl Into<Value>) -> Value {
        let body = format!("const value = arguments[0]; {body}");
        self.post("execute/sync", &json!({"script": body, "args": [value.into()]}))
    }

    /// Waits until `expression` is true in the page.
    ///
    /// # Panics
    /// When it is not within ten seconds.
    pub(crate) fn wait(&self, expression: &str) {
        let body = json!({"script": format!("return ({expression})"), "args": []});
        let end = Instant::now() + Duration::from_secs(10);
        // While a page is being left, its scripts are refused.
        while self.try_post("execute/sync", &body) != Ok(Value::Bool(true)) {
            assert!(Instant::now() < end, "never true: {expression}");
            sleep(Duration::from_millis(20));
        }
    }

    /// Presses the keys of `text`, one after the other, wherever the focus is.
    pub(crate) fn press(&self, text: &str) {
        let keys = text
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()})));
        let keys: Vec<Value> = keys.collect();
        self.post("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": keys}]}));
    }

    /// Makes the window `width` pixels wide and `height` high.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.devtools("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Pretends that the reader prefers the colours `scheme`: `light` or `dark`.
    pub(crate) fn prefer(&self, scheme: &str) {
        let feature = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", &feature);
    }

    /// What was written to the console since it was last asked for.
    pub(crate) fn console(&self) -> Vec<String> {
        self.log("browser")
    }

    /// The addresses that were asked for since it was last asked for, those of files left out.
    pub(crate) fn requests(&self) -> Vec<String> {
        let asked = self.log("performance").into_iter().filter_map(|message| {
            let message: Value = serde_json::from_str(&message).ok()?;
            let sent = message["message"]["method"] == "Network.requestWillBeSent";
            sent.then(|| message["message"]["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        });
        asked.filter(|address| !address.starts_with("file:") && address != "about:blank").collect()
    }

    fn log(&self, kind: &str) -> Vec<String> {
        let entries = self.post("se/log", &json!({"type": kind}));
        entries.as_array().unwrap().iter().map(|entry| entry["message"].as_str().unwrap().to_owned()).collect()
    }

    fn devtools(&self, command: &str, parameters: &Value) {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}));
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        self.try_post(command, body).unwrap()
    }

    fn try_post(&self, command: &str, body: &Value) -> Result<Value, String> {
        ask(minreq::post(format!("{}/{command}", self.session)), body)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = minreq::delete(&self.session).send();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The port that the driver says it listens on.
fn port(output: &mut BufReader<ChildStdout>) -> u16 {
    let mut lines = output.lines().map_while(Result::ok);
    let port = lines.find_map(|line| line.split_once("successfully on port ").map(|(_, port)| port.to_owned()));
    port.and_then(|port| port.trim_end_matches('.').parse().ok()).expect("the driver says where it listens")
}

/// The answer to `body`, or what the driver says is wrong.
fn ask(request: minreq::Request, body: &Value) -> Result<Value, String> {
    let answer = request.with_json(body).unwrap().with_timeout(60).send().unwrap();
    let mut value: Value = answer.json().unwrap();
    if answer.status_code == 200 { Ok(value["value"].take()) } else { Err(value["value"]["message"].to_string()) }
}
