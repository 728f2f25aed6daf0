//! A body as a document names it, and the organisation that it was found to be.

use crate::OrganisationId;
use serde::{Deserialize, Serialize};

/// A lead or coordinating body of a commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The organisation of the locality; `None` while nobody has said which one it is.
    pub organisation: Option<OrganisationId>,
    /// The name as the document prints it, or as a person typed it.
    pub printed: String,
}

impl Party {
    /// Without the space around its name; `None` when it names nobody.
    pub(crate) fn tidied(self) -> Option<Self> {
        let printed = self.printed.trim().to_owned();
        let names_somebody = self.organisation.is_some() || !printed.is_empty();
        names_somebody.then_some(Self { printed, ..self })
    }

    /// Whether both are the same body, whatever it is called: the same organisation, or while
    /// nobody knows the organisations, the same name.
    pub(crate) fn is_same_body(&self, other: &Self) -> bool {
        match (self.organisation, other.organisation) {
            (None, None) => self.printed == other.printed,
            (own, others) => own == others,
        }
    }
}
