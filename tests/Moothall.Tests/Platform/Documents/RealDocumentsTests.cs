using System.IO.Compression;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

/// <summary>Documents that Word and other programs really wrote. They stand beside the project, in shared/data; where they are absent the test says so.</summary>
public sealed class RealDocumentsTests
{
    [Fact]
    public void Word_files_and_pictures_of_other_programs_are_accepted()
    {
        var refused = Documents(".docx", ".png", ".jpg", ".jpeg")
            .Where(IsSound)
            .Select(path => (Name: Path.GetFileName(path), Inspect(path).Reason))
            .Where(file => file.Reason.Length > 0)
            .Select(file => $"{file.Name}: {file.Reason}");
        Assert.Equal([], refused);
    }

    [Fact]
    public void Macros_put_into_real_documents_are_found()
    {
        foreach (var path in Documents(".docx").Where(IsSound))
        {
            using var copy = new MemoryStream();
            copy.Write(File.ReadAllBytes(path));
            using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
            {
                using var part = zip.CreateEntry("word/vbaProject.bin").Open();
                part.WriteByte(1);
            }

            Assert.Contains(
                "macros",
                UploadInspector.Inspect(copy, "plan.docx").Reason,
                StringComparison.Ordinal
            );
        }
    }

    private static UploadVerdict Inspect(string path)
    {
        using var file = File.OpenRead(path);
        return UploadInspector.Inspect(file, Path.GetFileName(path));
    }

    // Some test files of others are broken on purpose: no list of types, so no Word file.
    private static bool IsSound(string path)
    {
        if (Path.GetExtension(path) != ".docx")
        {
            return true;
        }

        using var zip = ZipFile.OpenRead(path);
        return zip.GetEntry("[Content_Types].xml") is not null;
    }

    private static List<string> Documents(params string[] endings)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var data = Path.Combine(folder.FullName, "shared", "data", "documents", "docx");
            if (Directory.Exists(data))
            {
                var files = Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories);
                List<string> found =
                [
                    .. files.Where(path => endings.Contains(Path.GetExtension(path))),
                ];
                Assert.NotEmpty(found);
                return found;
            }
        }

        Assert.Skip("The documents of other programs (shared/data/documents/docx) are not here.");
        return [];
    }
}
