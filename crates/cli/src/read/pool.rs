//! Work on many threads whose results come back in the order of the work, with a bounded number of
//! pieces on the way.

use crate::error::Failure;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

/// Pieces on the way for each thread: enough to keep it busy, few enough to bound memory.
const AHEAD: usize = 3;

/// Does `work` on every piece on `jobs` threads and hands the results to `take` in the order of the
/// pieces. Pieces are asked for no further ahead than the threads need.
///
/// # Errors
/// The first of `take`; nothing is taken after it.
pub(super) fn in_order<P: Send, R: Send>(
    jobs: usize,
    pieces: impl Iterator<Item = P> + Send,
    work: impl Fn(P) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (tickets, granted) = channel::<()>();
    let (pieces_in, pieces_out) = channel::<(usize, P)>();
    let (results_in, results_out) = channel::<(usize, R)>();
    for _ in 0..jobs * AHEAD {
        // The receiver is still here: sending cannot fail.
        let _ = tickets.send(());
    }
    let queue = Mutex::new(pieces_out);
    std::thread::scope(|scope| {
        scope.spawn(move || hand_out(pieces, &granted, &pieces_in));
        for _ in 0..jobs {
            let results = results_in.clone();
            let (queue, work) = (&queue, &work);
            scope.spawn(move || keep_working(queue, work, &results));
        }
        drop(results_in);
        let ended = collect(results_out, &tickets, &mut take);
        // Without tickets the handing out ends, and with it the work.
        drop(tickets);
        ended
    })
}

/// One piece for every ticket, numbered.
fn hand_out<P>(pieces: impl Iterator<Item = P>, granted: &Receiver<()>, to: &Sender<(usize, P)>) {
    for numbered in pieces.enumerate() {
        if granted.recv().is_err() || to.send(numbered).is_err() {
            return;
        }
    }
}

fn keep_working<P, R>(
    queue: &Mutex<Receiver<(usize, P)>>,
    work: impl Fn(P) -> R,
    results: &Sender<(usize, R)>,
) {
    loop {
        let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, piece)) = next else { return };
        if results.send((number, work(piece))).is_err() {
            return;
        }
    }
}

/// Results in their order; a ticket goes back for each that was taken.
fn collect<R>(
    results: Receiver<(usize, R)>,
    tickets: &Sender<()>,
    take: &mut impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let (mut waiting, mut next) = (BTreeMap::new(), 0);
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            take(result)?;
            next += 1;
            // Where nothing is handed out any more, nobody waits for a ticket.
            let _ = tickets.send(());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        for jobs in [1, 2, 7] {
            let mut taken = Vec::new();
            let slow = |n: u64| {
                std::thread::sleep(std::time::Duration::from_micros((n * 37) % 200));
                n * 2
            };
            in_order(jobs, 0..300, slow, |n| {
                taken.push(n);
                Ok(())
            })
            .unwrap();
            assert_eq!(taken, (0..300).map(|n| n * 2).collect::<Vec<_>>(), "{jobs}");
        }
    }

    #[test]
    fn few_pieces_are_on_the_way() {
        let (asked, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let pieces = (0..200).inspect(|_| {
            let ahead = asked.fetch_add(1, Ordering::SeqCst)
                - taken.load(Ordering::SeqCst).min(asked.load(Ordering::SeqCst));
            assert!(ahead <= 2 * AHEAD + 1, "{ahead}");
        });
        in_order(
            2,
            pieces,
            |n| n,
            |_| {
                taken.fetch_add(1, Ordering::SeqCst);
                Ok(())
            },
        )
        .unwrap();
    }

    #[test]
    fn the_first_error_ends_the_work() {
        let mut taken = 0;
        let ended = in_order(
            2,
            0..,
            |n: u64| n,
            |n| {
                taken += 1;
                if n == 4 { Err(Failure::Said("enough".to_owned())) } else { Ok(()) }
            },
        );
        assert!(ended.is_err());
        assert_eq!(taken, 5);
    }
}
