//! The languages that Haidang reads and speaks.

use crate::codes::codes;

codes! {
    /// A language of documents and of pages.
    pub enum Language {
        /// Vietnamese, the first language.
        Vi = "vi",
        /// English.
        En = "en",
        /// French.
        Fr = "fr",
    }
}
