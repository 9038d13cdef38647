using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class EncryptedFileStoreTests : IDisposable
{
    private const int Chunk = 64 * 1024;
    private readonly TemporaryFolder folder = new();
    private readonly PartnershipKey key;
    private readonly EncryptedFileStore store;

    public EncryptedFileStoreTests()
    {
        key = PartnershipKey.LoadOrCreate(folder["key/partnership.key"]);
        store = new EncryptedFileStore(folder["files"], key, TimeProvider.System);
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(3 * Chunk)]
    [InlineData(3 * Chunk + 17)]
    public async Task What_was_stored_comes_back(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var content = await SaveAsync(bytes);

        Assert.Equal(length, content.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), content.Sha256);
        Assert.Equal(bytes, await ReadAsync(content));
        await using var stream = store.Open(content);
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 1000);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public void Any_content_comes_back() =>
        Prop.ForAll<byte[]>(bytes => ReadAsync(SaveAsync(bytes).Result).Result.SequenceEqual(bytes))
            .QuickCheckThrowOnFailure();

    [Fact]
    public async Task Source_that_gives_little_at_a_time_is_stored_whole()
    {
        var bytes = RandomNumberGenerator.GetBytes(2 * Chunk + 5);
        var content = await store.SaveAsync(
            new Trickle(bytes, failAfter: null),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(bytes, await ReadAsync(content));
    }

    [Fact]
    public async Task Nothing_readable_lies_on_the_disk()
    {
        var words = "The safe address is 1 Nowhere Lane"u8.ToArray();
        var first = await SaveAsync(words);
        var second = await SaveAsync(words);
        var (one, two) = (File.ReadAllBytes(PathOf(first)), File.ReadAllBytes(PathOf(second)));

        Assert.Equal(-1, one.AsSpan().IndexOf("Nowhere"u8));
        Assert.NotEqual(one, two);
        Assert.NotEqual(first.Name, second.Name);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(PathOf(first))
            );
        }
    }

    [Fact]
    public async Task Every_changed_byte_is_noticed()
    {
        var content = await SaveAsync(RandomNumberGenerator.GetBytes(2 * Chunk + 100));
        var path = PathOf(content);
        var good = File.ReadAllBytes(path);
        int[] places =
        [
            0,
            3,
            4,
            5,
            Chunk - 1,
            Chunk + 4,
            Chunk + 19,
            Chunk + 20,
            2 * Chunk + 40,
            good.Length - 17,
            good.Length - 1,
        ];
        foreach (var place in places)
        {
            var bad = good.ToArray();
            bad[place] ^= 1;
            File.WriteAllBytes(path, bad);
            await Assert.ThrowsAsync<StoredFileDamagedException>(() => ReadAsync(content));
        }

        File.WriteAllBytes(path, good);
        Assert.Equal(content.Length, (await ReadAsync(content)).Length);
    }

    [Fact]
    public async Task Cutting_lengthening_and_exchanging_chunks_is_noticed()
    {
        var plain = RandomNumberGenerator.GetBytes(3 * Chunk);
        var content = await SaveAsync(plain);
        var path = PathOf(content);
        var good = File.ReadAllBytes(path);
        const int OnDisk = Chunk + 16;
        byte[] Part(int index) => good[(4 + index * OnDisk)..(4 + (index + 1) * OnDisk)];
        byte[][] bad =
        [
            [],
            good[..3],
            good[..^1],
            good[..^OnDisk],
            [.. good, 0],
            [.. good[..4], .. Part(1), .. Part(0), .. Part(2)],
            [.. good[..4], .. Part(0), .. Part(2), .. Part(1)],
            [.. good[..4], .. Part(0), .. Part(0), .. Part(2)],
        ];
        foreach (var bytes in bad)
        {
            File.WriteAllBytes(path, bytes);
            await Assert.ThrowsAsync<StoredFileDamagedException>(() => ReadAsync(content));
        }

        // Even where length and hash in the row are changed to fit, the chunk that now comes last was not sealed as the last.
        File.WriteAllBytes(path, good[..^OnDisk]);
        await Assert.ThrowsAsync<StoredFileDamagedException>(() =>
            ReadAsync(
                content with
                {
                    Length = 2 * Chunk,
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(plain.AsSpan(0, 2 * Chunk))),
                }
            )
        );
        File.WriteAllBytes(path, good);
        Assert.Equal(3 * Chunk, (await ReadAsync(content)).Length);
    }

    [Fact]
    public async Task Row_that_points_to_another_file_or_hash_does_not_open()
    {
        var one = await SaveAsync("one"u8.ToArray());
        var two = await SaveAsync("two"u8.ToArray());

        await Assert.ThrowsAsync<StoredFileDamagedException>(() =>
            ReadAsync(one with { WrappedKey = two.WrappedKey })
        );
        await Assert.ThrowsAsync<StoredFileDamagedException>(() =>
            ReadAsync(one with { Name = two.Name })
        );
        await Assert.ThrowsAsync<StoredFileDamagedException>(() =>
            ReadAsync(one with { Sha256 = two.Sha256 })
        );
        File.Copy(PathOf(two), PathOf(one), overwrite: true);
        await Assert.ThrowsAsync<StoredFileDamagedException>(() => ReadAsync(one));
    }

    [Fact]
    public async Task Another_partnerships_key_opens_nothing()
    {
        var content = await SaveAsync("secret"u8.ToArray());
        var other = new EncryptedFileStore(
            folder["files"],
            PartnershipKey.LoadOrCreate(folder["other.key"]),
            TimeProvider.System
        );
        Assert.Throws<StoredFileDamagedException>(() => other.Open(content));
    }

    [Fact]
    public async Task Deleted_file_is_gone_and_deleting_again_is_no_error()
    {
        var content = await SaveAsync("once"u8.ToArray());
        store.Delete(content.Name);
        store.Delete(content.Name);
        Assert.False(File.Exists(PathOf(content)));
        Assert.Throws<StoredFileDamagedException>(() => store.Open(content));
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("../0123456789abcdef0123456789abc")]
    public void Names_cannot_lead_out_of_the_store(string name) =>
        Assert.Throws<ArgumentException>(() => store.Delete(name));

    [Fact]
    public async Task Full_disk_is_said_so_and_leaves_nothing()
    {
        var full = Assert.Throws<IOException>(() => File.WriteAllBytes("/dev/full", new byte[100]));
        await Assert.ThrowsAsync<StorageFullException>(() =>
            store.SaveAsync(
                new Trickle(new byte[3 * Chunk], failAfter: full),
                TestContext.Current.CancellationToken
            )
        );
        Assert.Empty(Directory.EnumerateFiles(folder["files"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Other_failures_and_cancelling_leave_nothing()
    {
        var broken = new Trickle(
            new byte[3 * Chunk],
            failAfter: new IOException("The connection was lost.")
        );
        var error = await Assert.ThrowsAsync<IOException>(() =>
            store.SaveAsync(broken, TestContext.Current.CancellationToken)
        );
        Assert.Equal("The connection was lost.", error.Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.SaveAsync(
                new MemoryStream(new byte[Chunk]),
                new CancellationToken(canceled: true)
            )
        );
        Assert.Empty(Directory.EnumerateFiles(folder["files"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_a_crash_left_is_cleared_after_a_day()
    {
        var (old, recent) = (folder["files/old.part"], folder["files/recent.part"]);
        File.WriteAllText(old, "half");
        File.WriteAllText(recent, "half");
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        _ = new EncryptedFileStore(folder["files"], key, TimeProvider.System);

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(recent));
    }

    [Fact]
    public void Row_keeps_what_the_store_needs_and_a_clean_name()
    {
        var content = new StoredContent("0123456789abcdef0123456789abcdef", [1, 2], 3, "aa");
        var at = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);
        var row = StoredFile.Of(
            content,
            "application/pdf",
            @"C:\Users\me\plan.pdf",
            at,
            Guid.CreateVersion7()
        );
        Assert.Equal(content, row.ToContent());
        Assert.Equal("plan.pdf", row.FileName);
        Assert.Equal(at, row.CreatedAt);
    }

    private Task<StoredContent> SaveAsync(byte[] bytes) =>
        store.SaveAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);

    private async Task<byte[]> ReadAsync(StoredContent content)
    {
        await using var stream = store.Open(content);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private string PathOf(StoredContent content) =>
        folder[$"files/{content.Name[..2]}/{content.Name}"];

    // Gives a thousand bytes at a time and, where told, fails after 100,000 as a disk or a network does.
    private sealed class Trickle(byte[] bytes, IOException? failAfter) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (failAfter is not null && Position > 100_000)
            {
                throw failAfter;
            }

            return base.ReadAsync(buffer[..Math.Min(1000, buffer.Length)], cancellationToken);
        }
    }
}
