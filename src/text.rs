//! Chinese text as columns, rows and marks.
