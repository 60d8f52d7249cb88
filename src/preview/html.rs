//! HTML that data cannot become part of: only literals of the program are
//! markup, everything else is text.

/// A piece of HTML under construction.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// Adds markup. A literal, so it cannot come from a file, a cell or a
    /// request.
    pub fn markup(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text, in an element or in an attribute's double quotes.
    pub fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// The finished piece.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let mut html = Html::default();
        html.markup("<p title=\"").text("a\" onload='x'").markup("\">").text("<b>&amp;</b>").markup("</p>");
        let expected = "<p title=\"a&quot; onload=&#39;x&#39;\">&lt;b&gt;&amp;amp;&lt;/b&gt;</p>";
        assert_eq!(html.finish(), expected);
    }
}
