//! Old documents: a sound container around streams of any content, so that the
//! tables are reached; the head is that of Word 97, with places near at hand.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;

/// Where the head has the places of what is read.
const PLACES: [usize; 4] = [0xa2, 0xfa, 0x102, 0x1a2];

fuzz_target!(|input: ([u16; 10], Vec<u8>, Vec<u8>)| {
    let (numbers, mut main, table) = input;
    let mut head = vec![0; 0x400];
    head[..4].copy_from_slice(b"\xec\xa5\xc1\0");
    head[0xb] = 2;
    head[0x4c..0x4e].copy_from_slice(&(numbers[8] % 512).to_le_bytes());
    for (place, pair) in PLACES.into_iter().zip(numbers.chunks_exact(2)) {
        head[place..place + 2].copy_from_slice(&(pair[0] % 1024).to_le_bytes());
        head[place + 4..place + 6].copy_from_slice(&(pair[1] % 1024).to_le_bytes());
    }
    head.append(&mut main);
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/WordDocument").unwrap().write_all(&head).unwrap();
    file.create_stream("/1Table").unwrap().write_all(&table).unwrap();
    let bytes = file.into_inner().into_inner();
    let _ = fazhi_tui::import::read(&bytes, None);
});
