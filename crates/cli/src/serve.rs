//! `haidang serve`: opens the programme, takes the locality in, and serves the pages, saying how
//! long each step took.

use crate::arguments::{Place, Serve};
use crate::decode::Apart;
use crate::error::Failure;
use crate::open;
use haidang_app::App;
use haidang_web::WebConfig;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

pub(crate) async fn run(place: &Place, serve: &Serve) -> Result<ExitCode, Failure> {
    if serve.demo && !serve.listen.ip().is_loopback() {
        return Err(Failure::Said(
            "--demo signs every visitor in: it works on a loopback address only".to_owned(),
        ));
    }
    let mut steps = Steps::new();
    let app = open::app(place, Apart::within(&serve.limits)).await?;
    steps.done(&format!("database open ({})", app.store().kind()));
    let loaded = app.load_locality().await?;
    let name = &app.locality().names.vi;
    if loaded.unchanged {
        steps.done(&format!("locality {name}: unchanged"));
    } else {
        steps.done(&format!("locality {name}: {} of {} rows taken in", loaded.changed, loaded.rows));
    }
    let listener = listen(serve.listen).await?;
    steps.done("ready");
    announce(&app, serve).await?;
    let config = WebConfig {
        demo: serve.demo,
        secure_cookies: serve.secure_cookies,
        data_name: place.data.display().to_string(),
    };
    tokio::spawn(forget_what_is_over(app.clone()));
    tokio::spawn(app.clone().read_intake());
    let service = haidang_web::router(app, config).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await?;
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::Said(format!(
            "{address}: {error}; is another Haidang running? Choose another port with --listen"
        ))
    })
}

/// Where the pages are, and how the first administrator gets in.
async fn announce(app: &App, serve: &Serve) -> Result<(), Failure> {
    let at = format!("http://{}", serve.listen);
    eprintln!("\n  Haidang: {at}");
    if serve.demo {
        eprintln!("  demo: every visitor on this machine is signed in as a clerk");
    } else if let Some(token) = app.setup_link().await? {
        eprintln!("  first administrator (works once): {at}/setup?token={token}");
    }
    eprintln!("  stop with Ctrl+C\n");
    Ok(())
}

/// Sessions and files that are over are forgotten, once an hour.
async fn forget_what_is_over(app: App) {
    let mut hours = tokio::time::interval(Duration::from_hours(1));
    loop {
        hours.tick().await;
        if let Err(error) = app.store().delete_expired_sessions(app.now()).await {
            tracing::warn!(%error, "old sessions could not be forgotten");
        }
        if let Err(error) = app.forget_old_intake().await {
            tracing::warn!(%error, "what became of old files could not be forgotten");
        }
    }
}

/// Ctrl+C, or the signal with which service managers stop a program.
async fn stopped() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

/// Prints steps with the time that each took.
struct Steps {
    last: Instant,
}

impl Steps {
    fn new() -> Self {
        Self { last: Instant::now() }
    }

    fn done(&mut self, what: &str) {
        eprintln!("  {:>6} ms  {what}", self.last.elapsed().as_millis());
        self.last = Instant::now();
    }
}
