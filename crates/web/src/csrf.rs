//! The token that every form carries, so that only our own pages can post.

use tower_sessions::session::Id;

/// A new token: 128 bits from the generator that makes the ids of sessions.
pub(crate) fn new_token() -> String {
    Id::default().to_string()
}

/// Whether what a form sent is the token of the session. Takes the same time wherever they differ.
pub(crate) fn same(sent: &str, token: &str) -> bool {
    let (sent, token) = (sent.as_bytes(), token.as_bytes());
    let difference = sent.iter().zip(token).fold(0, |difference, (one, other)| difference | (one ^ other));
    !token.is_empty() && sent.len() == token.len() && difference == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_itself_passes() {
        let token = new_token();
        assert!(same(&token, &token));
        for wrong in
            ["", "x", token.split_at(1).1, &format!("{token}x"), &token.to_lowercase().replace('a', "b")]
        {
            assert!(!same(wrong, &token) || wrong == token, "{wrong}");
        }
    }

    #[test]
    fn an_empty_token_passes_nothing() {
        assert!(!same("", ""));
    }

    #[test]
    fn tokens_differ_and_are_long() {
        assert_ne!(new_token(), new_token());
        assert!(new_token().len() >= 22);
    }
}
