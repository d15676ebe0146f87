/// Makes the colour profile of the output intent: sRGB as a display profile of ICC version 4.
enum ICCProfile {
  /// The profile's bytes; the numbers are those of IEC 61966-2-1, adapted to D50.
  static let sRGB: [UInt8] = {
    let parametric =
      tag("para") + half(3) + half(0)
      + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
    let adaptation =
      tag("sf32")
      + [
        1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00924683,
        0.01507568, 0.75167847,
      ].flatMap(fixed)
    let parts: [(String, [UInt8])] = [
      ("desc", words("sRGB")), ("cprt", words("CC0")),
      ("wtpt", colour(0.96420288, 1, 0.82490540)),
      ("rXYZ", colour(0.43606567, 0.22248840, 0.01391602)),
      ("gXYZ", colour(0.38514709, 0.71687317, 0.09707642)),
      ("bXYZ", colour(0.14306641, 0.06060791, 0.71409607)), ("rTRC", parametric),
      ("gTRC", parametric), ("bTRC", parametric), ("chad", adaptation),
    ]
    var table: [UInt8] = []
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * parts.count
    var places: [[UInt8]: Int] = [:]
    for (name, bytes) in parts {
      if places[bytes] == nil {
        while data.count % 4 != 0 { data.append(0) }
        places[bytes] = start + data.count
        data += bytes
      }
      table += Array(name.utf8) + whole(places[bytes] ?? 0) + whole(bytes.count)
    }
    while data.count % 4 != 0 { data.append(0) }
    return header(size: start + data.count) + whole(parts.count) + table + data
  }()

  private static func header(size: Int) -> [UInt8] {
    var header = whole(size) + [0, 0, 0, 0] + whole(0x0420_0000)
    header += Array("mntrRGB XYZ ".utf8)
    header += [2024, 1, 1, 0, 0, 0].flatMap(half) + Array("acsp".utf8)
    header += [UInt8](repeating: 0, count: 24)
    header += [0.96420288, 1, 0.82490540].flatMap(fixed)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  private static func whole(_ value: Int) -> [UInt8] {
    let bits = UInt32(truncatingIfNeeded: value)
    return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: bits >> $0) }
  }

  private static func half(_ value: Int) -> [UInt8] { Array(whole(value).suffix(2)) }

  private static func fixed(_ value: Double) -> [UInt8] { whole(Int((value * 65536).rounded())) }

  private static func tag(_ name: String) -> [UInt8] { Array(name.utf8) + [0, 0, 0, 0] }

  private static func colour(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    tag("XYZ ") + [x, y, z].flatMap(fixed)
  }

  private static func words(_ text: String) -> [UInt8] {
    let utf16 = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    return tag("mluc") + whole(1) + whole(12) + Array("enUS".utf8) + whole(utf16.count) + whole(28)
      + utf16
  }
}
