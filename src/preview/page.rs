//! The page in Indonesian: what to choose, what is wrong, and the sheet. A
//! whole page for the first visit; later only the part that changes.

use super::failure::{Failure, Mistake};
use super::html::Html;
use super::view::View;

/// The look.
pub const STYLE: &str = include_str!("awasi.css");

/// What asks for the next view and puts it in place of this one.
pub const SCRIPT: &str = include_str!("awasi.js");

/// The whole page.
pub fn page(view: &View) -> String {
    let mut html = Html::default();
    html.markup("<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\"><title>Pratinjau — ")
        .text(&view.title)
        .markup("</title><meta name=\"viewport\" content=\"width=device-width\">")
        .markup("<link rel=\"stylesheet\" href=\"/awasi.css\"><script src=\"/awasi.js\" defer></script></head>")
        .markup("<body><p id=\"putus\" role=\"status\" hidden>perjakin awasi sudah berhenti; ")
        .markup("jalankan lagi untuk melanjutkan.</p>");
    part(view, &mut html);
    html.markup("</body></html>");
    html.finish()
}

/// The part of the page that a new view replaces.
pub fn body(view: &View) -> String {
    let mut html = Html::default();
    part(view, &mut html);
    html.finish()
}

fn part(view: &View, html: &mut Html) {
    html.markup("<div id=\"isi\" data-versi=\"").text(&view.token()).markup("\"><header><h1>");
    html.text(&view.title).markup("</h1>");
    if view.failure.is_some() {
        // Stays in sight however far down the sheet one is.
        html.markup("<a href=\"#galat\">Ada yang salah</a>");
    }
    choices(view, html);
    html.markup("</header><main>");
    if let Some(failure) = &view.failure {
        failed(view, failure, html);
    }
    match &view.good {
        Some(_) => pages(view, html),
        None if view.failure.is_none() => {
            html.markup("<p class=\"ket\">Lembar sedang disiapkan …</p>");
        }
        None => {}
    }
    html.markup("</main></div>");
}

fn choices(view: &View, html: &mut Html) {
    html.markup("<form action=\"/pilih\"><label for=\"lembar\">Lembar</label><select id=\"lembar\" name=\"lembar\">");
    let mut units: Vec<&str> = Vec::new();
    for choice in &view.choices {
        if !units.contains(&choice.unit.as_str()) {
            units.push(&choice.unit);
        }
    }
    for unit in units {
        html.markup("<optgroup label=\"").text(unit).markup("\">");
        for choice in view.choices.iter().filter(|choice| choice.unit == unit) {
            html.markup("<option value=\"").text(&choice.key).markup("\"");
            html.markup(if choice.chosen { " selected>" } else { ">" }).text(&choice.label).markup("</option>");
        }
        html.markup("</optgroup>");
    }
    html.markup("</select> <button>Tampilkan</button></form>");
}

fn failed(view: &View, failure: &Failure, html: &mut Html) {
    // What failed is another sheet where the one that is shown is up to date.
    let elsewhere = view.good.is_some() && !view.stale;
    html.markup("<section id=\"galat\" role=\"alert\"><h2>");
    html.markup(if elsewhere { "Lembar lain belum dapat disusun" } else { "Lembar ini belum dapat disusun" });
    html.markup("</h2>");
    failure.mistakes.iter().for_each(|wrong| mistake(wrong, html));
    if let Some(sheet) = &failure.sheet {
        html.markup("<p>Lembar: <strong>").text(sheet).markup("</strong></p>");
    }
    if !failure.hint.is_empty() {
        html.markup("<p>").text(&failure.hint).markup("</p>");
    }
    if view.stale {
        html.markup("<p>Di bawah ini hasil terakhir yang berhasil.</p>");
    }
    html.markup("</section>");
}

fn mistake(mistake: &Mistake, html: &mut Html) {
    html.markup("<p>");
    if let Some(place) = mistake.place() {
        html.markup("<code class=\"tempat\">").text(&place).markup("</code> ");
    }
    html.text(&mistake.message).markup("</p>");
    if let Some(excerpt) = &mistake.excerpt {
        html.markup("<pre>").text(&excerpt.to_string()).markup("</pre>");
    }
    for advice in &mistake.advice {
        html.markup("<p class=\"ket\">Petunjuk: ").text(advice).markup("</p>");
    }
}

fn pages(view: &View, html: &mut Html) {
    let (Some(good), Some(token)) = (&view.good, view.rendering_token()) else { return };
    let count = good.pages.len().to_string();
    html.markup("<p class=\"ket\">").text(&good.jabatan).markup(" · ").text(&count).markup(" halaman");
    if good.draft {
        html.markup(" · DRAF: data lembar ini masih berisi galat, lihat <code>perjakin periksa</code>");
    }
    html.markup("</p><div class=\"lembar");
    html.markup(if view.stale { " lama\">" } else { "\">" });
    for number in (1..=good.pages.len()).map(|number| number.to_string()) {
        html.markup("<img src=\"/halaman/").text(&token).markup("/").text(&number);
        html.markup(".svg\" alt=\"Halaman ").text(&number).markup(" dari ").text(&count).markup("\">");
    }
    html.markup("</div>");
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::view::{Choice, Rendering};
    use super::*;

    const HOSTILE: &str = "</option><script>alert(\"'&\")</script>";

    fn choice(unit: &str, chosen: bool) -> Choice {
        Choice { key: format!("k{chosen}"), label: HOSTILE.into(), unit: unit.into(), chosen }
    }

    fn good(version: u64) -> Option<Arc<Rendering>> {
        let pages = vec!["<svg/>".to_owned(); 2];
        Some(Arc::new(Rendering { version, jabatan: HOSTILE.into(), draft: true, pages }))
    }

    fn failure() -> Option<Failure> {
        let mistake = Mistake {
            file: Some(HOSTILE.into()),
            at: Some((3, 4)),
            message: HOSTILE.into(),
            advice: vec![HOSTILE.into()],
            excerpt: super::super::excerpt::Excerpt::new(HOSTILE, 1, 3),
        };
        Some(Failure { sheet: Some(HOSTILE.into()), mistakes: vec![mistake], hint: HOSTILE.into() })
    }

    #[test]
    fn nothing_that_comes_from_files_becomes_markup() {
        let view = View {
            version: 2,
            run: 1,
            title: HOSTILE.into(),
            choices: vec![choice(HOSTILE, true)],
            good: good(1),
            stale: true,
            failure: failure(),
        };
        let page = page(&view);
        assert_eq!(page.matches("<script").count(), 1, "the page's own: {page}");
        assert_eq!(page.matches("</option>").count(), 1, "{page}");
        // Title twice, unit, label, place, message, excerpt, advice, sheet, hint, jabatan.
        assert_eq!(page.matches("&lt;/option&gt;&lt;script&gt;alert(&quot;&#39;&amp;&quot;)").count(), 11, "{page}");
    }

    #[test]
    fn a_stale_sheet_keeps_the_address_of_its_pages_and_says_that_it_is_old() {
        let view = View { version: 5, run: 9, good: good(3), stale: true, failure: failure(), ..View::default() };
        let body = body(&view);
        assert!(body.starts_with("<div id=\"isi\" data-versi=\"9-5\">"), "{body}");
        assert!(body.contains("src=\"/halaman/9-3/1.svg\"") && body.contains("src=\"/halaman/9-3/2.svg\""), "{body}");
        assert!(body.contains("Di bawah ini hasil terakhir yang berhasil."), "{body}");
        assert!(body.contains("Lembar ini belum dapat disusun") && body.contains(":3:4</code>"), "{body}");
    }

    #[test]
    fn a_failure_of_another_sheet_is_told_apart() {
        let body = body(&View { version: 3, good: good(3), failure: failure(), ..View::default() });
        assert!(body.contains("Lembar lain belum dapat disusun") && !body.contains("hasil terakhir"), "{body}");
    }

    #[test]
    fn jabatan_stand_under_their_unit_and_the_chosen_one_is_marked() {
        let choices = vec![choice("A", false), choice("B", false), choice("A", true)];
        let body = body(&View { choices, ..View::default() });
        assert_eq!(body.matches("<optgroup").count(), 2);
        assert_eq!(body.matches("<option value=\"ktrue\" selected>").count(), 1);
        assert_eq!(body.matches(" selected").count(), 1);
    }
}
