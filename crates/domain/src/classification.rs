//! Who may see: the degrees of the Law on the Protection of State Secrets (29/2018/QH14),
//! as far as Haidang keeps them at all. Text of a classified document is refused.

use crate::codes::codes;

codes! {
    /// The degree of secrecy of an instrument or a commitment.
    #[derive(Default)]
    pub enum Classification {
        /// Anybody may see it.
        #[default]
        Public = "public",
        /// For those who work here (lưu hành nội bộ).
        Internal = "internal",
        /// Mật: its text is not taken in.
        Confidential = "confidential",
        /// Tối mật: its text is not taken in.
        Secret = "secret",
        /// Tuyệt mật: its text is not taken in.
        TopSecret = "top_secret",
    }
}

impl Classification {
    /// Whether the text may be stored at all.
    pub fn may_be_stored(self) -> bool {
        self <= Self::Internal
    }
}
