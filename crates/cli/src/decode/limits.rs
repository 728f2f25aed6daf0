//! What the worker may take, in the words of the system. Unix has limits that a process sets itself and
//! hands down to what it starts, and groups of processes that end together; elsewhere only the time that
//! is waited is limited.

use crate::arguments::DecodeLimits;
use std::process::{Child, Command, ExitStatus};

#[cfg(unix)]
use rustix::process::{Pid, Resource, Rlimit, Signal, kill_process_group, setrlimit};

/// Takes the limits upon this process: memory (as addresses, so that it is refused at once and not when a
/// page is touched), time on the processor, no file written, no picture of its memory left behind.
///
/// # Errors
/// When the system refuses.
#[cfg(unix)]
pub(super) fn take(limits: &DecodeLimits) -> std::io::Result<()> {
    let most = |resource, most| setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    most(Resource::As, limits.decode_memory.saturating_mul(1 << 20))?;
    most(Resource::Fsize, 0)?;
    most(Resource::Core, 0)?;
    // A second before it is killed outright it is told why.
    let seconds = limits.decode_seconds;
    let cpu = Rlimit { current: Some(seconds), maximum: Some(seconds.saturating_add(1)) };
    Ok(setrlimit(Resource::Cpu, cpu)?)
}

#[cfg(not(unix))]
pub(super) fn take(_: &DecodeLimits) -> std::io::Result<()> {
    Ok(())
}

/// Lets a process begin a group of its own.
pub(super) fn in_a_group(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(not(unix))]
    let _ = command;
}

/// Ends a process and what it started. One that is over already is no error.
pub(super) fn end_group(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
    let _ = child.kill();
}

/// Whether the system ended it because it had used up its time.
pub(super) fn is_out_of_time(status: ExitStatus) -> bool {
    #[cfg(unix)]
    return std::os::unix::process::ExitStatusExt::signal(&status) == Some(Signal::XCPU.as_raw());
    #[cfg(not(unix))]
    return {
        let _ = status;
        false
    };
}
