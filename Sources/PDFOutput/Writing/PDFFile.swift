import ContentHash

/// A PDF 1.7 file in the making: objects by number, written at the end in one go.
///
/// Streams stand by themselves; all other objects are packed into object streams, and a
/// cross-reference stream tells where everything is.
final class PDFFile {
  /// An object's number, from 1.
  struct Object: Hashable {
    var number: Int
  }

  private enum Content {
    case reserved
    /// The bytes of `packed` that are the object.
    case packed(Range<Int>)
    case stream(dictionary: [UInt8], data: [UInt8])
  }

  private var contents: [Content] = []
  /// What all objects say that go into object streams.
  private var packed: [UInt8] = []
  /// Room for objects that are being written; there are several when one is added inside another.
  private var drafts: [PDFSyntax] = []
  private let deflater: Deflater
  /// So many objects go into one object stream: a reader inflates all of them to see one.
  private static let packSize = 200

  init(deflater: Deflater) { self.deflater = deflater }

  /// Takes a number for an object that is filled later.
  func reserve() -> Object {
    contents.append(.reserved)
    return Object(number: contents.count)
  }

  /// Says what an object is.
  func fill(_ object: Object, _ write: (inout PDFSyntax) -> Void) {
    var draft = drafts.popLast() ?? PDFSyntax()
    write(&draft)
    let start = packed.count
    packed += draft.bytes
    contents[object.number - 1] = .packed(start..<packed.count)
    draft.clear()
    drafts.append(draft)
  }

  /// Adds an object.
  func add(_ write: (inout PDFSyntax) -> Void) -> Object {
    let object = reserve()
    fill(object, write)
    return object
  }

  /// Adds a stream.
  ///
  /// - Parameters:
  ///   - entries: what its dictionary says besides length and filter.
  ///   - isDeflated: whether the bytes are compressed here; else they go into the file as they are.
  func stream(
    _ data: [UInt8], isDeflated: Bool = true, _ entries: (inout PDFSyntax) -> Void = { _ in }
  ) -> Object {
    let object = reserve()
    let data = isDeflated ? deflater.deflated(data) : data
    contents[object.number - 1] = Self.stream(data, isDeflated: isDeflated, entries)
    return object
  }

  private static func stream(
    _ data: [UInt8], isDeflated: Bool, _ entries: (inout PDFSyntax) -> Void
  ) -> Content {
    var dictionary = PDFSyntax()
    dictionary.add("<<")
    entries(&dictionary)
    if isDeflated { dictionary.add("/Filter/FlateDecode") }
    dictionary.add("/Length ")
    dictionary.integer(data.count)
    dictionary.add(">>")
    return .stream(dictionary: dictionary.bytes, data: data)
  }

  /// The whole file.
  func bytes(root: Object, information: Object) -> [UInt8] {
    var file = PDFSyntax()
    file.add("%PDF-1.7\n%")
    for byte: UInt8 in [0xE2, 0xE3, 0xCF, 0xD3, 0x0A] { file.add(byte: byte) }
    var table = CrossReferences(count: contents.count)
    let members = contents.indices.filter { if case .packed = contents[$0] { true } else { false } }
    for start in stride(from: 0, to: members.count, by: Self.packSize) {
      pack(members[start..<min(members.count, start + Self.packSize)], into: &table)
    }
    for (index, content) in contents.enumerated() {
      guard case .stream(let dictionary, let data) = content else { continue }
      table.place(index + 1, at: file.bytes.count)
      Self.append(dictionary, data, number: index + 1, to: &file)
    }
    let own = reserve()
    let start = file.bytes.count
    table.place(own.number, at: start)
    let identifier = ContentHash(of: file.bytes).hexadecimal.prefix(32)
    let references = Self.stream(deflater.deflated(table.bytes), isDeflated: true) { entries in
      entries.add("/Type/XRef/W[1 4 2]/Size ")
      entries.integer(own.number + 1)
      entries.add("/Root ")
      entries.reference(root)
      entries.add("/Info ")
      entries.reference(information)
      entries.add(text: "/ID[<\(identifier)><\(identifier)>]")
    }
    if case .stream(let dictionary, let data) = references {
      Self.append(dictionary, data, number: own.number, to: &file)
    }
    file.add("startxref\n")
    file.integer(start)
    file.add("\n%%EOF\n")
    return file.bytes
  }

  private static func append(
    _ dictionary: [UInt8], _ data: [UInt8], number: Int, to file: inout PDFSyntax
  ) {
    file.integer(number)
    file.add(" 0 obj\n")
    file.add(bytes: dictionary)
    file.add("\nstream\n")
    file.add(bytes: data)
    file.add("\nendstream\nendobj\n")
  }

  /// Puts objects into an object stream, which becomes an object itself.
  private func pack(_ indices: ArraySlice<Int>, into table: inout CrossReferences) {
    let pack = contents.count + 1
    var places = PDFSyntax()
    var objects = PDFSyntax()
    for (place, index) in indices.enumerated() {
      guard case .packed(let range) = contents[index] else { continue }
      places.integer(index + 1)
      places.add(" ")
      places.integer(objects.bytes.count)
      places.add(" ")
      objects.add(bytes: packed[range])
      objects.add(byte: UInt8(ascii: "\n"))
      table.place(index + 1, inPack: pack, at: place)
    }
    let first = places.bytes.count
    places.add(objects)
    _ = stream(places.bytes) { entries in
      entries.add("/Type/ObjStm/N ")
      entries.integer(indices.count)
      entries.add("/First ")
      entries.integer(first)
    }
  }
}

/// Where each object of a file stands, as a cross-reference stream has it: seven bytes an object.
private struct CrossReferences {
  private(set) var bytes: [UInt8]
  private static let width = 7

  init(count: Int) {
    bytes = Array(repeating: 0, count: (count + 1) * Self.width)
    // Object 0 heads the list of free numbers.
    (bytes[5], bytes[6]) = (0xFF, 0xFF)
  }

  mutating func place(_ number: Int, at offset: Int) { set(number, 1, offset, 0) }

  mutating func place(_ number: Int, inPack pack: Int, at index: Int) {
    set(number, 2, pack, index)
  }

  private mutating func set(_ number: Int, _ kind: UInt8, _ second: Int, _ third: Int) {
    let start = number * Self.width
    if bytes.count < start + Self.width {
      bytes += Array(repeating: 0, count: start + Self.width - bytes.count)
    }
    bytes[start] = kind
    for place in 0..<4 { bytes[start + 1 + place] = UInt8(second >> (24 - 8 * place) & 0xFF) }
    bytes[start + 5] = UInt8(third >> 8 & 0xFF)
    bytes[start + 6] = UInt8(third & 0xFF)
  }
}
