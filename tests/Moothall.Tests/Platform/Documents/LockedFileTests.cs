using System.Security.Cryptography;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

[Rule("S1-7.2i")]
public sealed class LockedFileTests : IDisposable
{
    private static readonly DateOnly Meeting = new(2026, 3, 3);
    private readonly TemporaryFolder folder = new();
    private readonly string password = ArchivePassword.Generate();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    public async Task Locked_file_is_AES_256_and_opens_with_its_password_only(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var path = Write(content);

        var (_, listing) = await Tool.RunAsync("7z", "l", "-slt", path);
        Assert.Contains("Path = minutes.docx", listing, StringComparison.Ordinal);
        Assert.Contains("Encrypted = +", listing, StringComparison.Ordinal);
        Assert.Matches(@"Method = AES-256\b", listing);

        var (right, said) = await Tool.RunAsync(
            "7z",
            "x",
            "-y",
            "-p" + password,
            "-o" + folder["right"],
            path
        );
        Assert.True(right == 0, said);
        Assert.Equal(content, File.ReadAllBytes(folder["right/minutes.docx"]));

        var (wrong, refusal) = await Tool.RunAsync(
            "7z",
            "x",
            "-y",
            "-p" + ArchivePassword.Generate(),
            "-o" + folder["wrong"],
            path
        );
        Assert.NotEqual(0, wrong);
        Assert.Contains("Wrong password", refusal, StringComparison.Ordinal);
        var (none, _) = await Tool.RunAsync("7z", "t", "-p", path);
        Assert.NotEqual(0, none);
    }

    [Fact]
    public async Task Changed_locked_file_does_not_open()
    {
        var path = Write(RandomNumberGenerator.GetBytes(5000));
        var bytes = File.ReadAllBytes(path);
        bytes[2000] ^= 1;
        File.WriteAllBytes(path, bytes);
        var (code, _) = await Tool.RunAsync("7z", "t", "-p" + password, path);
        Assert.NotEqual(0, code);
    }

    [Fact]
    public void Locked_file_shows_nothing_of_the_content()
    {
        var path = Write("J. B. of Example Street"u8.ToArray());
        Assert.Equal(-1, File.ReadAllBytes(path).AsSpan().IndexOf("Example"u8));
        Assert.Equal(
            -1,
            File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(password))
        );
    }

    [Theory]
    [InlineData("minutes.docx", true)]
    [InlineData("agenda.pdf", true)]
    [InlineData("minutes J Smith.docx", false)]
    [InlineData("Minutes.docx", false)]
    [InlineData("sub/minutes.docx", false)]
    [InlineData("../minutes.docx", false)]
    [InlineData("minutes.exe", false)]
    [InlineData("minutes", false)]
    [InlineData("", false)]
    public void Only_neutral_names_go_inside(string name, bool neutral)
    {
        using var target = new MemoryStream();
        if (neutral)
        {
            LockedFile.Write(target, name, Meeting, "x"u8, password);
            Assert.NotEqual(0, target.Length);
        }
        else
        {
            Assert.Throws<ArgumentException>(() =>
                LockedFile.Write(target, name, Meeting, "x"u8, password)
            );
            Assert.Equal(0, target.Length);
        }
    }

    [Fact]
    public void Weak_password_locks_nothing()
    {
        using var target = new MemoryStream();
        var error = Assert.Throws<ArgumentException>(() =>
            LockedFile.Write(target, "minutes.docx", Meeting, "x"u8, "Password1")
        );
        Assert.Contains("14 characters", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Length);
    }

    private string Write(byte[] content)
    {
        var path = folder["locked.zip"];
        using var file = File.Create(path);
        LockedFile.Write(file, "minutes.docx", Meeting, content, password);
        return path;
    }
}
