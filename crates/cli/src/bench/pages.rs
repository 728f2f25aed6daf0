//! Pages over HTTP, as a browser asks for them: one after the other, and several at once.

use super::count;
use super::figures::Figure;
use crate::error::Failure;
use haidang_app::App;
use haidang_web::WebConfig;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// Requests, one after the other.
const REQUESTS: usize = 60;
/// Visitors at once.
const VISITORS: usize = 8;

pub(super) async fn measure(app: App, tasks: usize) -> Result<Vec<Figure>, Failure> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let at = listener.local_addr()?;
    let config = WebConfig { demo: true, secure_cookies: false, data_name: "bench".to_owned() };
    let service = haidang_web::router(app, config).into_make_service_with_connect_info::<SocketAddr>();
    let server = tokio::spawn(async move { axum::serve(listener, service).await });
    let cookie = cookie(at).await?;
    let health = median(at, "/health", &cookie).await?;
    let mut figures = Vec::new();
    for (name, path) in [
        ("list, first page", "/tasks"),
        ("list, overdue", "/tasks?standing=overdue"),
        ("list, one word", "/tasks?words=tong+hop"),
        ("list, page 1000", "/tasks?page=1000"),
        ("overview", "/"),
    ] {
        let time = median(at, path, &cookie).await?;
        let name = format!("{name}, {tasks} tasks (median)");
        figures
            .push(Figure::new(&name, milliseconds(time), "ms").compared("empty page", milliseconds(health)));
    }
    let rate = rate(at, "/tasks", &cookie).await?;
    let alone = rate_alone(at, &cookie).await?;
    figures.push(
        Figure::new(&format!("list, {VISITORS} visitors at once"), rate, "requests/s")
            .compared("one visitor", alone),
    );
    server.abort();
    Ok(figures)
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

async fn median(at: SocketAddr, path: &str, cookie: &str) -> Result<Duration, Failure> {
    let mut times = Vec::with_capacity(REQUESTS);
    for _ in 0..REQUESTS {
        let start = Instant::now();
        get(at, path, cookie).await?;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    Ok(times.get(REQUESTS / 2).copied().unwrap_or_default())
}

async fn rate(at: SocketAddr, path: &'static str, cookie: &str) -> Result<f64, Failure> {
    let start = Instant::now();
    let visitors: Vec<_> = (0..VISITORS)
        .map(|_| {
            let cookie = cookie.to_owned();
            tokio::spawn(async move {
                for _ in 0..REQUESTS {
                    get(at, path, &cookie).await?;
                }
                Ok::<(), Failure>(())
            })
        })
        .collect();
    for visitor in visitors {
        visitor.await.map_err(|error| Failure::Said(error.to_string()))??;
    }
    Ok(count(VISITORS * REQUESTS) / start.elapsed().as_secs_f64())
}

async fn rate_alone(at: SocketAddr, cookie: &str) -> Result<f64, Failure> {
    let start = Instant::now();
    for _ in 0..REQUESTS {
        get(at, "/tasks", cookie).await?;
    }
    Ok(count(REQUESTS) / start.elapsed().as_secs_f64())
}

/// The session cookie that the first page gives.
async fn cookie(at: SocketAddr) -> Result<String, Failure> {
    let answer = get(at, "/", "").await?;
    let cookies = answer.lines().take_while(|line| !line.is_empty()).filter_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("set-cookie")
            .then(|| value.trim().split(';').next().unwrap_or_default().to_owned())
    });
    Ok(cookies.collect::<Vec<_>>().join("; "))
}

/// One request on a connection of its own; an answer that is no success is an error.
async fn get(at: SocketAddr, path: &str, cookie: &str) -> Result<String, Failure> {
    let mut stream = TcpStream::connect(at).await?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: {at}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await?;
    let answer = String::from_utf8_lossy(&bytes).into_owned();
    if answer.starts_with("HTTP/1.1 200") {
        return Ok(answer);
    }
    Err(Failure::Said(format!("{path}: {}", answer.lines().next().unwrap_or("no answer"))))
}
