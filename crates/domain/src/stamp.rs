//! What every event does to the state of its stream, whatever it says.

/// Notes in a state that one more event came: its version, and when the first and the last came.
macro_rules! stamp {
    ($state:ident, $at:ident) => {
        $state.version = $at.version;
        $state.created_at = $state.created_at.or(Some($at.recorded_at));
        $state.changed_at = Some($at.recorded_at);
    };
}

pub(crate) use stamp;
