//! The bytes of an answer: what was made for it and, between that, long stretches of the program's own
//! data, which are written from where they lie.

use std::{
    borrow::Cow,
    io::{self, ErrorKind, IoSlice, Write},
    mem,
};

/// Shorter stretches are copied: more pieces than a system takes in one write would need a second.
const LONG: usize = 4096;

/// The bytes of an answer.
#[derive(Debug, Default)]
pub struct Output {
    /// What stands before `made`.
    before: Vec<Cow<'static, [u8]>>,
    /// What was made last; more is added here.
    pub made: Vec<u8>,
}

impl From<Vec<u8>> for Output {
    fn from(made: Vec<u8>) -> Self {
        Self { made, ..Self::default() }
    }
}

impl Output {
    /// Adds a stretch of the program's own data.
    pub fn keep(&mut self, stretch: &'static [u8]) {
        if stretch.len() < LONG {
            self.made.extend_from_slice(stretch);
        } else {
            self.before.extend([Cow::Owned(mem::take(&mut self.made)), Cow::Borrowed(stretch)]);
        }
    }

    /// Writes things with a comma between two.
    ///
    /// # Errors
    /// Where one cannot be written.
    pub fn list<T, E>(
        &mut self,
        things: impl IntoIterator<Item = T>,
        write: impl Fn(&mut Self, T) -> Result<(), E>,
    ) -> Result<(), E> {
        for (n, thing) in things.into_iter().enumerate() {
            if n > 0 {
                self.made.push(b',');
            }
            write(self, thing)?;
        }
        Ok(())
    }

    fn pieces(&self) -> impl Iterator<Item = &[u8]> {
        self.before.iter().map(|piece| &**piece).chain([&*self.made])
    }

    /// How many lines end in it.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.pieces().map(|piece| piece.split(|byte| *byte == b'\n').count() - 1).sum()
    }

    /// All of it in one place.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.pieces().collect::<Vec<_>>().concat()
    }

    /// Writes all of it, in one call where the system takes it so.
    ///
    /// # Errors
    /// Where not all of it was written.
    pub fn write_to(&self, stream: &mut impl Write) -> io::Result<()> {
        let mut slices: Vec<IoSlice> =
            self.pieces().filter(|piece| !piece.is_empty()).map(IoSlice::new).collect();
        let mut left = &mut slices[..];
        while !left.is_empty() {
            match stream.write_vectored(left) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => IoSlice::advance_slices(&mut left, written),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        stream.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static STRETCH: [u8; LONG] = [b'k'; LONG];

    /// An answer with both sorts of pieces, and what it says.
    fn output() -> (Output, Vec<u8>) {
        let mut output = Output::from(b"one\n".to_vec());
        output.keep(&STRETCH);
        output.keep(&STRETCH);
        output.made.extend(b"two\n");
        output.keep(b"three");
        (output, [b"one\n", &STRETCH[..], &STRETCH, b"two\nthree"].concat())
    }

    /// Takes at most so many bytes at a time, is interrupted before each, and is full at the limit.
    struct Slow {
        taken: Vec<u8>,
        most: usize,
        limit: usize,
        calls: usize,
    }

    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.calls += 1;
            if self.calls % 2 == 1 {
                return Err(ErrorKind::Interrupted.into());
            }
            let taken = bytes.len().min(self.most).min(self.limit - self.taken.len());
            self.taken.extend(&bytes[..taken]);
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_stretches_stay_where_they_lie_and_everything_keeps_its_order() {
        let (output, whole) = output();
        let kept = output.pieces().filter(|piece| std::ptr::eq(piece.as_ptr(), STRETCH.as_ptr()));
        assert_eq!(kept.count(), 2);
        assert_eq!(output.bytes(), whole);
        assert_eq!(output.lines(), 2);
    }

    #[test]
    fn a_stream_that_takes_a_little_at_a_time_gets_everything_once() {
        let (output, whole) = output();
        for most in [1, 3, LONG, 3 * LONG] {
            let mut slow = Slow { taken: Vec::new(), most, limit: usize::MAX, calls: 0 };
            output.write_to(&mut slow).unwrap();
            assert!(slow.taken == whole, "{most} at a time");
        }
    }

    #[test]
    fn a_stream_that_takes_no_more_is_an_error() {
        let (output, whole) = output();
        let mut slow = Slow { taken: Vec::new(), most: LONG, limit: LONG + 2, calls: 0 };
        assert_eq!(output.write_to(&mut slow).unwrap_err().kind(), ErrorKind::WriteZero);
        assert_eq!(slow.taken, whole[..LONG + 2]);
    }
}
