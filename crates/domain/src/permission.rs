//! Who may do what: one table, in one place.

use crate::codes::codes;
use crate::{Actor, OrganisationId};

codes! {
    /// What an account is for.
    pub enum Role {
        /// Reads everything that is not restricted.
        Reader = "reader",
        /// Reports for one organisation.
        Owner = "owner",
        /// Puts documents in, reviews, assigns (chuyên viên tổng hợp).
        Clerk = "clerk",
        /// Confirms what owners report.
        Verifier = "verifier",
        /// Decides: extends, withdraws (lãnh đạo).
        Head = "head",
        /// Keeps accounts and organisations.
        Administrator = "administrator",
    }
}

codes! {
    /// What can be done, as far as permission goes.
    pub enum Act {
        /// See pages that are not public.
        Read = "read",
        /// Register instruments, add versions, set relations.
        KeepInstruments = "keep_instruments",
        /// Accept, edit, split, merge and reject findings.
        Review = "review",
        /// Say who does a task and until when.
        Assign = "assign",
        /// Grant a later day.
        Extend = "extend",
        /// Report on a task.
        Report = "report",
        /// Say that a task is done.
        Complete = "complete",
        /// Take a commitment out of the programme, or put it back.
        Withdraw = "withdraw",
        /// Record the status of a target, the stage of a project, the answer to a request.
        RecordStatus = "record_status",
        /// Found, rename, merge and split organisations.
        KeepOrganisations = "keep_organisations",
        /// Open and close accounts.
        KeepAccounts = "keep_accounts",
    }
}

/// How far a permission reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Not at all.
    Nothing,
    /// What the actor's organisation leads or helps with.
    OwnOrganisation,
    /// Everything.
    Everything,
}

/// The table.
pub fn scope(role: Role, act: Act) -> Scope {
    use Act::{
        Assign, Complete, Extend, KeepInstruments, KeepOrganisations, Read, RecordStatus, Report, Review,
        Withdraw,
    };
    use Role::{Administrator, Clerk, Head, Owner, Reader, Verifier};
    match (role, act) {
        (Administrator, _)
        | (_, Read)
        | (Clerk | Head, KeepInstruments | Review | Assign | Report | Complete | Withdraw | RecordStatus)
        | (Clerk, KeepOrganisations)
        | (Head, Extend)
        | (Verifier, Complete | RecordStatus) => Scope::Everything,
        (Owner, Report | Complete) => Scope::OwnOrganisation,
        (Reader | Owner | Clerk | Verifier | Head, _) => Scope::Nothing,
    }
}

/// Whether `actor` may do `act` to something that `parties` lead or help with.
pub fn permitted(actor: &Actor, act: Act, parties: &[OrganisationId]) -> bool {
    match scope(actor.role, act) {
        Scope::Nothing => false,
        Scope::Everything => true,
        Scope::OwnOrganisation => actor.organisation.is_some_and(|own| parties.contains(&own)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, somebody};

    const TABLE: &str = "
        act                 reader  owner  clerk  verifier  head  administrator
        read                all     all    all    all       all   all
        keep_instruments    -       -      all    -         all   all
        review              -       -      all    -         all   all
        assign              -       -      all    -         all   all
        extend              -       -      -      -         all   all
        report              -       own    all    -         all   all
        complete            -       own    all    all       all   all
        withdraw            -       -      all    -         all   all
        record_status       -       -      all    all       all   all
        keep_organisations  -       -      all    -         -     all
        keep_accounts       -       -      -      -         -     all
    ";

    fn row(act: Act) -> Vec<&'static str> {
        let cells = Role::ALL.map(|role| match scope(role, act) {
            Scope::Nothing => "-",
            Scope::OwnOrganisation => "own",
            Scope::Everything => "all",
        });
        [act.code()].into_iter().chain(cells).collect()
    }

    #[test]
    fn the_table_is_this_one() {
        let head = ["act"].into_iter().chain(Role::ALL.map(Role::code)).collect();
        let rows: Vec<Vec<&str>> = [head].into_iter().chain(Act::ALL.map(row)).collect();
        let written = TABLE.trim().lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        assert_eq!(rows, written.collect::<Vec<_>>());
    }

    #[test]
    fn a_reader_may_do_nothing_but_read() {
        let reader = somebody(Role::Reader);
        let may: Vec<Act> = Act::ALL.into_iter().filter(|act| permitted(&reader, *act, &[id(1)])).collect();
        assert_eq!(may, [Act::Read]);
    }

    #[test]
    fn an_owner_reaches_only_what_its_organisation_leads_or_helps_with() {
        let nobodys = somebody(Role::Owner);
        let owner = Actor { organisation: Some(id(1)), ..nobodys };
        assert!(permitted(&owner, Act::Report, &[id(2), id(1)]));
        assert!(!permitted(&owner, Act::Report, &[id(2)]));
        assert!(!permitted(&owner, Act::Report, &[]));
        assert!(!permitted(&owner, Act::Review, &[id(1)]));
        assert!(!permitted(&nobodys, Act::Report, &[id(1)]), "an owner without an organisation owns nothing");
    }
}
