/// A file that `PDFFile` wrote, read back: its cross-reference stream, object streams and streams.
///
/// It shares nothing with the writer but the format, and understands no more of it than Katern writes.
final class FinishedFile {
  private enum Place {
    case free
    case offset(Int)
    case packed(pack: Int, index: Int)
  }

  /// What stands at the end of a file: where its catalogue and information are.
  private(set) var trailer = PDFValue.null
  private let bytes: [UInt8]
  private let inflater: Inflater
  private var places: [Place] = []
  private var packs: [Int: (bytes: [UInt8], starts: [Int])] = [:]

  /// Reads where the objects of a file are.
  ///
  /// - Throws: `DrawingError.pdf` if the bytes are no such file.
  init(_ bytes: [UInt8]) throws(DrawingError) {
    self.bytes = bytes
    inflater = try Inflater()
    let end = Array(bytes.suffix(32))
    var parser = PDFValueParser(end)
    guard
      let word = end.indices.first(where: { end[$0...].starts(with: "startxref".utf8) })
    else { throw .pdf("it has no end") }
    parser = PDFValueParser(end, at: word)
    guard parser.skip("startxref"), let start = parser.value().whole else {
      throw .pdf("it does not say where its objects are")
    }
    let table = try stream(at: start)
    trailer = table.dictionary
    places = Self.places(table.data)
  }

  /// Seven bytes an object: the kind, where it is, and its place in an object stream.
  private static func places(_ table: [UInt8]) -> [Place] {
    stride(from: 0, to: table.count - 6, by: 7).map { row in
      let second = table[(row + 1)..<(row + 5)].reduce(0) { $0 << 8 | Int($1) }
      let third = Int(table[row + 5]) << 8 | Int(table[row + 6])
      return switch table[row] {
      case 1: .offset(second)
      case 2: .packed(pack: second, index: third)
      default: .free
      }
    }
  }

  /// What a value stands for: the object that it refers to, or itself.
  func resolve(_ value: PDFValue) throws(DrawingError) -> PDFValue {
    guard case .reference(let number) = value else { return value }
    if places.indices.contains(number), case .offset(let offset) = places[number] {
      return try stream(at: offset).dictionary
    }
    var object = try object(number)
    return object.value()
  }

  /// A parser that stands before an object of an object stream.
  func object(_ number: Int) throws(DrawingError) -> PDFValueParser {
    guard places.indices.contains(number), case .packed(let pack, let index) = places[number] else {
      throw .pdf("object \(number) is missing")
    }
    let (bytes, starts) = try self.pack(pack)
    guard starts.indices.contains(index) else { throw .pdf("object \(number) is missing") }
    return PDFValueParser(bytes, at: starts[index])
  }

  /// The bytes of the stream that a value refers to, inflated.
  func data(of value: PDFValue) throws(DrawingError) -> [UInt8] {
    guard case .reference(let number) = value, places.indices.contains(number),
      case .offset(let offset) = places[number]
    else { throw .pdf("a stream is missing") }
    return try stream(at: offset).data
  }

  private func pack(_ number: Int) throws(DrawingError) -> (bytes: [UInt8], starts: [Int]) {
    if let known = packs[number] { return known }
    guard places.indices.contains(number), case .offset(let offset) = places[number] else {
      throw .pdf("object stream \(number) is missing")
    }
    let (dictionary, data) = try stream(at: offset)
    guard let count = dictionary["N"].whole, let first = dictionary["First"].whole,
      (0...data.count).contains(count), (0...data.count).contains(first)
    else {
      throw .pdf("object stream \(number) does not say what it has")
    }
    var parser = PDFValueParser(data)
    var starts: [Int] = []
    for _ in 0..<count {
      _ = parser.natural()
      starts.append(first &+ (parser.natural() ?? 0))
    }
    packs[number] = (data, starts)
    return (data, starts)
  }

  private func stream(at offset: Int) throws(DrawingError) -> (dictionary: PDFValue, data: [UInt8])
  {
    var parser = PDFValueParser(bytes, at: offset)
    guard parser.value().whole != nil, parser.value().whole == 0, parser.skip("obj") else {
      throw .pdf("there is no object at byte \(offset)")
    }
    let dictionary = parser.value()
    guard parser.skip("stream\n"), let length = dictionary["Length"].whole,
      (0...bytes.count - parser.position).contains(length)
    else { throw .pdf("the stream at byte \(offset) is cut off") }
    let data = bytes[parser.position..<parser.position + length]
    guard case .name("FlateDecode") = dictionary["Filter"] else { return (dictionary, Array(data)) }
    guard let inflated = inflater.inflated(data) else {
      throw .pdf("the stream at byte \(offset) cannot be inflated")
    }
    return (dictionary, inflated)
  }
}
