//! The bytes of an RTF file taken apart: groups, control words, characters.

/// The smallest part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` with its number, if it has one.
    Word(&'a str, Option<i32>),
    /// `\` and a character that is no letter: `\~`, `\*`.
    Symbol(u8),
    /// A character in the code page of its font: `\'e1`, or the byte itself.
    Byte(u8),
}

/// The parts of a file from the first byte to the last.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// How many bytes are behind.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn run_of(&mut self, wanted: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            return Some(if first == b'\'' { self.hexadecimal() } else { Token::Symbol(first) });
        }
        let word = self.run_of(|byte| byte.is_ascii_alphabetic());
        let minus = self.peek() == Some(b'-') && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(minus);
        let digits = self.run_of(|byte| byte.is_ascii_digit());
        let number = digits.parse::<i32>().ok().map(|number| if minus { -number } else { number });
        // One blank behind a control word belongs to it.
        self.at += usize::from(self.peek() == Some(b' '));
        if let ("bin", Some(length)) = (word, number) {
            // That many bytes of a picture or an object.
            self.at = self.at.saturating_add(usize::try_from(length).unwrap_or(0)).min(self.bytes.len());
        }
        Some(Token::Word(word, number))
    }

    fn hexadecimal(&mut self) -> Token<'a> {
        let pair = self.bytes.get(self.at..self.at + 2).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                self.at += 2;
                Token::Byte(byte)
            }
            None => Token::Symbol(b'\''),
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                // The lines of the file are no lines of the document.
                b'\r' | b'\n' | 0 => continue,
                other => Some(Token::Byte(other)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_apart() {
        let bytes = b"{\\b1 a\\par\r\n\\u-10 \\'e1\\~\\bin3 }{}\\'zz}";
        let expected = [
            Token::Open,
            Token::Word("b", Some(1)),
            Token::Byte(b'a'),
            Token::Word("par", None),
            Token::Word("u", Some(-10)),
            Token::Byte(0xE1),
            Token::Symbol(b'~'),
            Token::Word("bin", Some(3)),
            Token::Symbol(b'\''),
            Token::Byte(b'z'),
            Token::Byte(b'z'),
            Token::Close,
        ];
        assert_eq!(Tokens::of(bytes).collect::<Vec<_>>(), expected);
    }
}
