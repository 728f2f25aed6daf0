//! Files of at most 800 lines, functions of at most 70; tables of words are data.

use super::{Offence, files};
use std::path::Path;
use syn::spanned::Spanned as _;
use syn::visit::Visit;

const FILE_LINES: usize = 800;
const FUNCTION_LINES: usize = 70;

pub(super) fn check(root: &Path) -> Result<Vec<Offence>, String> {
    let mut offences = Vec::new();
    for path in ["crates", "xtask"].iter().flat_map(|folder| files(&root.join(folder), "rs")) {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let place = path.display().to_string();
        let lines = text.lines().count();
        if lines > FILE_LINES {
            offences.push(Offence::new(&place, format!("{lines} lines; the limit is {FILE_LINES}")));
        }
        let file = syn::parse_file(&text).map_err(|error| format!("{place}: {error}"))?;
        let mut functions = Functions { place, offences: Vec::new() };
        functions.visit_file(&file);
        offences.extend(functions.offences);
    }
    Ok(offences)
}

struct Functions {
    place: String,
    offences: Vec<Offence>,
}

impl Functions {
    fn see(&mut self, name: &syn::Ident, block: &syn::Block) {
        let span = block.span();
        let lines = span.end().line.saturating_sub(span.start().line);
        if lines > FUNCTION_LINES {
            let place = format!("{}:{}", self.place, span.start().line);
            self.offences.push(Offence::new(
                place,
                format!("`{name}` has {lines} lines; the limit is {FUNCTION_LINES}"),
            ));
        }
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.see(&function.sig.ident, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.see(&function.sig.ident, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }
}
