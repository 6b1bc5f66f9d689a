//! A piece: a paragraph or a row of a table on its way to becoming a line.

use super::styles::Role;

/// A paragraph or a row, with what stands in it beside text.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    /// Characters of the text: they are asked for at every mark.
    pub(super) chars: usize,
    /// Whether there is a character among them that can be seen.
    pub(super) filled: bool,
    pub(super) marks: Vec<Mark>,
    pub(super) role: Role,
    /// Whether it is a row of a table.
    pub(super) row: bool,
    /// Whether it is of a text box, and stands behind the paragraph that holds it.
    pub(super) boxed: bool,
}

/// Something that is no text of the document, and where it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) sight: Sight,
    /// Characters before it in its piece.
    pub(super) before: usize,
}

/// What a reader of the paper, or of the file in Word, sees beside text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    Inserted,
    Deleted,
    Hidden,
    Comment,
    Picture,
    Chart,
    Diagram,
    Object,
    Equation,
    Symbol,
    Bullet,
    Ruby,
    Embedded,
    /// The note at the foot of a page that has this number.
    FootNote(u32),
    /// The note at the end of the document that has this number.
    EndNote(u32),
}

impl Default for Piece {
    fn default() -> Self {
        let (text, marks) = (String::new(), Vec::new());
        Self { text, chars: 0, filled: false, marks, role: Role::Body, row: false, boxed: false }
    }
}

impl Piece {
    /// A piece of text and nothing else.
    pub(super) fn of(text: &str) -> Self {
        let mut piece = Self::default();
        piece.push(text);
        piece
    }

    /// Adds text.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.chars += text.chars().count();
        self.filled |= !text.trim().is_empty();
    }

    /// Notes what stands behind the text so far.
    pub(super) fn mark(&mut self, sight: Sight) {
        self.marks.push(Mark { sight, before: self.chars });
    }

    /// Notes what stands before the text.
    pub(super) fn mark_first(&mut self, sight: Sight) {
        self.marks.insert(0, Mark { sight, before: 0 });
    }

    /// Puts text before all.
    pub(super) fn put_first(&mut self, text: &str) {
        let first = text.chars().count();
        self.text.insert_str(0, text);
        self.chars += first;
        self.filled |= !text.trim().is_empty();
        for mark in &mut self.marks {
            mark.before += first;
        }
    }

    /// Adds another piece behind this one.
    pub(super) fn append(&mut self, other: Self) {
        let before = self.chars;
        self.text.push_str(&other.text);
        self.chars += other.chars;
        self.filled |= other.filled;
        let moved = |mark: Mark| Mark { before: mark.before + before, ..mark };
        self.marks.extend(other.marks.into_iter().map(moved));
    }

    /// Whether it holds nothing that can be seen.
    pub(super) fn is_blank(&self) -> bool {
        !self.filled
    }
}

/// The lines of a row: its cells with tabs between them, then what stood in
/// text boxes. Where all text is in one cell and has several paragraphs, the
/// table only holds them in place: each is a line.
pub(super) fn row(cells: Vec<Vec<Piece>>) -> Vec<Piece> {
    let is_filled = |cell: &&Vec<Piece>| cell.iter().any(|piece| !piece.is_blank());
    let filled = cells.iter().filter(is_filled).count();
    let lines = cells.iter().flatten().filter(|piece| !piece.is_blank()).count();
    if cells.len() == 1 || (filled == 1 && lines > 1) {
        let all = cells.into_iter();
        let only = |cell: &Vec<Piece>| {
            filled == 0 || cell.iter().any(|piece| !piece.is_blank() || !piece.marks.is_empty())
        };
        return all.filter(only).flatten().collect();
    }
    let mut row = Piece { row: true, ..Piece::default() };
    let mut boxes = Vec::new();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            row.push("\t");
        }
        let (mut beside, own): (Vec<_>, Vec<_>) = cell.into_iter().partition(|piece| piece.boxed);
        boxes.append(&mut beside);
        row.append(joined(own));
    }
    let mut all = vec![row];
    all.append(&mut boxes);
    all
}

/// The paragraphs of a cell as one text. Figures and letters of two
/// paragraphs are kept apart, they would make another figure.
fn joined(cell: Vec<Piece>) -> Piece {
    let mut whole = Piece::default();
    for piece in cell {
        if !whole.is_blank() && !piece.is_blank() {
            let meets = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if whole.row || piece.row {
                whole.push("\t");
            } else if meets(whole.text.chars().next_back()) && meets(piece.text.chars().next()) {
                whole.push(" ");
            }
        }
        whole.row = piece.row;
        whole.append(piece);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(cells: &[&[&str]]) -> Vec<String> {
        let cells = cells.iter().map(|cell| cell.iter().map(|text| Piece::of(text)).collect());
        row(cells.collect()).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn a_row_is_a_line_and_a_lone_cell_its_paragraphs() {
        assert_eq!(lines(&[&["项目"], &["12", "3件"], &[""]]), ["项目\t12 3件\t"]);
        assert_eq!(lines(&[&["业务", "培训"], &["19期"]]), ["业务培训\t19期"]);
        assert_eq!(lines(&[&["标题", "第二行"]]), ["标题", "第二行"]);
        assert_eq!(
            lines(&[&[""], &["云溪镇人民政府", "2025年1月6日"]]),
            ["云溪镇人民政府", "2025年1月6日"]
        );
        assert_eq!(lines(&[&["甲"], &[""]]), ["甲\t"]);
        assert_eq!(lines(&[&[""], &[""]]), ["\t"]);
    }

    #[test]
    fn marks_keep_their_places() {
        let mut first = Piece::of("一二");
        first.mark(Sight::Picture);
        first.put_first("（一）");
        let mut second = Piece::of("三");
        second.mark(Sight::Comment);
        let row = row(vec![vec![first], vec![second]]).remove(0);
        assert_eq!(row.text, "（一）一二\t三");
        let places: Vec<_> = row.marks.iter().map(|mark| mark.before).collect();
        assert_eq!(places, [5, 7]);
    }
}
