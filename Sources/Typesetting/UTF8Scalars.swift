extension Span<UInt8> {
  /// The bytes as an array, with room for some more.
  package func array(reserving room: Int = 0) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count + room)
    for index in indices { result.append(self[index]) }
    return result
  }

  /// The scalar that begins at a place of well-formed UTF-8.
  package func scalar(at place: Int) -> Unicode.Scalar {
    let lead = self[place]
    if lead < 0x80 { return Unicode.Scalar(lead) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in place + 1..<place + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The scalar that ends before a place of well-formed UTF-8.
  package func scalar(endingAt end: Int) -> Unicode.Scalar {
    var place = end - 1
    while self[place] & 0xC0 == 0x80 { place -= 1 }
    return scalar(at: place)
  }
}
