//! Which part of a format shows a number: the part of its sign, or the first
//! one whose condition the number meets (`[>10]"lebih dari" 0;0`).

/// A part of a format, and whether it needs a minus before a negative number.
#[derive(Debug, PartialEq)]
pub(super) struct Choice {
    /// The part's code.
    pub(super) section: String,
    /// Whether the number is below zero and the part does not imply it.
    pub(super) signed: bool,
}

/// The part that shows the number; `None` where the conditions leave it open.
pub(super) fn choose(number: f64, code: &str) -> Option<Choice> {
    let mut sections = split(code);
    // The fourth part is for texts.
    sections.truncate(3);
    let conditions: Vec<Option<Condition>> = sections.iter().map(|section| Condition::of(section)).collect();
    let (index, implied) = match &conditions[..] {
        [Some(first), others @ ..] => by_condition(number, first, others)?,
        // The first part has its usual meaning, but not the others: not seen.
        _ if conditions.iter().any(Option::is_some) => return None,
        [_] => (0, false),
        [_, _] => (usize::from(number < 0.0), true),
        _ if number == 0.0 => (2, true),
        _ => (usize::from(number < 0.0), true),
    };
    Some(Choice { section: sections.swap_remove(index), signed: number < 0.0 && !implied })
}

/// The part by the conditions, and whether it shows negative numbers only.
fn by_condition(number: f64, first: &Condition, others: &[Option<Condition>]) -> Option<(usize, bool)> {
    if first.met(number) {
        return Some((0, first.is_negative()));
    }
    match others {
        [Some(second), ..] if second.met(number) => Some((1, second.is_negative())),
        // What no condition takes is for the last part.
        [Some(_), None] => Some((2, false)),
        [None] => Some((1, first.leaves_negative())),
        _ => None,
    }
}

/// What a number must be for a part to show it.
#[derive(Debug, PartialEq)]
struct Condition {
    operator: &'static str,
    limit: f64,
}

impl Condition {
    /// The longer signs come first, for the shorter ones begin them.
    const OPERATORS: [&str; 6] = [">=", "<=", "<>", ">", "<", "="];

    /// The condition of a part, `[>=10]`, wherever it stands among colours.
    fn of(section: &str) -> Option<Self> {
        let mut rest = section;
        while let Some((inside, behind)) = rest.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            let inside = inside.trim();
            if let Some(operator) = Self::OPERATORS.into_iter().find(|sign| inside.starts_with(sign)) {
                let limit = inside[operator.len()..].trim().parse().ok()?;
                return Some(Self { operator, limit });
            }
            rest = behind;
        }
        None
    }

    fn met(&self, number: f64) -> bool {
        match self.operator {
            ">=" => number >= self.limit,
            "<=" => number <= self.limit,
            "<>" => number != self.limit,
            ">" => number > self.limit,
            "<" => number < self.limit,
            _ => number == self.limit,
        }
    }

    fn is_negative(&self) -> bool {
        (self.operator == "<" && self.limit <= 0.0) || (self.operator == "<=" && self.limit < 0.0)
    }

    /// Whether what does not meet it is below zero or nothing.
    fn leaves_negative(&self) -> bool {
        self.limit == 0.0 && matches!(self.operator, ">" | ">=")
    }
}

/// The parts of a format, as they stand between semicolons.
fn split(code: &str) -> Vec<String> {
    let mut sections = vec![String::new()];
    let mut chars = code.chars();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            ';' if !quoted => {
                sections.push(String::new());
                continue;
            }
            '"' => quoted = !quoted,
            _ => {}
        }
        if let Some(section) = sections.last_mut() {
            section.push(c);
            if c == '\\' && !quoted {
                section.extend(chars.next());
            }
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(number: f64, code: &str) -> Option<(String, bool)> {
        choose(number, code).map(|choice| (choice.section, choice.signed))
    }

    #[test]
    fn a_part_is_chosen_by_its_sign_or_its_condition() {
        for (number, code, section, signed) in [
            (-5.0, "0", "0", true),
            (-5.0, "a;b", "b", false),
            (0.0, "a;b;c;@", "c", false),
            (15.0, "[>10]a;b", "[>10]a", false),
            (10.0, "[>10]a;b", "b", false),
            (-5.0, "[>10]a;b", "b", true),
            (-5.0, "[>=0]a;b", "b", false),
            (-5.0, "[Red][<0]a;b", "[Red][<0]a", false),
            (0.0, "[=0]\"-\";#", "[=0]\"-\"", false),
            (5e6, "[>=1000000]a;[>=1000]b;c", "[>=1000000]a", false),
            (5e3, "[>=1000000]a;[>=1000]b;c", "[>=1000]b", false),
            (5.0, "[>=1000000]a;[>=1000]b;c", "c", false),
            (5.0, "[<>0]\"a;b\";c", "[<>0]\"a;b\"", false),
        ] {
            assert_eq!(chosen(number, code), Some((section.to_owned(), signed)), "{number} {code}");
        }
    }

    #[test]
    fn a_number_that_no_part_takes_is_not_shown() {
        for code in ["[>10]0", "[>10]a;[<0]b", "[>10]a;b;c", "a;[<5]b", "[>10]a;[>8]b;[>6]c"] {
            assert_eq!(chosen(5.0, code), None, "{code}");
        }
    }
}
