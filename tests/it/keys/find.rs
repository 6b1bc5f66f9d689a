//! 查找和替换: what is found, where it leads, what is replaced and how it is undone.
