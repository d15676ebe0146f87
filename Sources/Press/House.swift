import Foundation

/// Where Katern's own data lies: the folder with `Layouts` and `Fonts`.
public struct House: Sendable, Hashable {
  /// The absolute path of the folder.
  public let path: String

  /// Uses a folder.
  public init(path: String) {
    self.path = path
  }

  /// Finds the folder from where the program lies: the nearest folder above the executable that has
  /// `Layouts` and `Fonts/fonts.yaml`, or `share/katern` beside its `bin`. Nil if there is none.
  public static func find(executable: String) -> House? {
    var folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    while true {
      for candidate in [folder, folder.appendingPathComponent("share/katern")]
      where isHouse(candidate) {
        return House(path: candidate.path)
      }
      let above = folder.deletingLastPathComponent()
      if above.path == folder.path { return nil }
      folder = above
    }
  }

  /// The list of fonts.
  var fontList: String { path + "/Fonts/fonts.yaml" }

  /// The folder of layouts.
  var layouts: String { path + "/Layouts" }

  private static func isHouse(_ folder: URL) -> Bool {
    let files = FileManager.default
    return files.fileExists(atPath: folder.appendingPathComponent("Fonts/fonts.yaml").path)
      && files.fileExists(atPath: folder.appendingPathComponent("Layouts").path)
  }
}
