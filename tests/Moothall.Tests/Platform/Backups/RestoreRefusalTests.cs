using System.Formats.Tar;
using Moothall.Platform.Backups;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Backups;

/// <summary>Nothing but the right code opens a backup, nothing that was changed is restored, and nothing that is there is replaced.</summary>
public sealed class RestoreRefusalTests
{
    [Fact]
    public async Task Another_code_a_changed_byte_and_a_missing_end_are_refused_before_anything_is_touched()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await BackupTests.StoreAsync(moot);
        await using var here = Place.Of(moot);
        await here.BackUpAsync();
        var code = await here.CodeAsync();
        var good = await File.ReadAllBytesAsync(
            Directory.GetFiles(here.Backups).Single(),
            TestContext.Current.CancellationToken
        );
        await using var there = await Place.BlankAsync(Database.Sqlite);
        var copy = Path.Combine(Path.GetTempPath(), $"moot-{Guid.CreateVersion7():n}.backup");
        try
        {
            await RefusedAsync(good, RecoveryCode.New().ToString(), "another recovery code");
            await RefusedAsync(
                good,
                code.Replace(code.Trim()[..4], "0000", StringComparison.Ordinal),
                "not a recovery code"
            );
            await RefusedAsync(
                "not a backup at all, but long enough"u8.ToArray(),
                code,
                "is not a backup"
            );
            foreach (var place in new[] { 13, 40, good.Length / 2, good.Length - 1 })
            {
                byte[] changed = [.. good];
                changed[place] ^= 1;
                await RefusedAsync(changed, code, "was cut short or changed");
            }

            const int WholeChunk = 64 * 1024 + 16;
            foreach (var length in new[] { 32, 32 + WholeChunk, good.Length - 1 })
            {
                await RefusedAsync(good[..length], code, "was cut short or changed");
            }
        }
        finally
        {
            File.Delete(copy);
        }

        async Task RefusedAsync(byte[] bytes, string typed, string why)
        {
            await File.WriteAllBytesAsync(copy, bytes);
            var (refused, said) = await there.RestoreAsync(copy, typed);
            Assert.Equal(1, refused);
            Assert.Contains(why, said, StringComparison.Ordinal);
            Assert.Empty(there.Files);
        }
    }

    [Fact]
    public async Task What_stands_behind_the_last_part_is_verified_too()
    {
        // The list of parts ends with the first chunk; the second holds nothing but filling.
        const int content = 64 * 1024 - 2 * 512;
        var cancel = TestContext.Current.CancellationToken;
        var code = RecoveryCode.New();
        var path = Path.Combine(Path.GetTempPath(), $"moot-{Guid.CreateVersion7():n}.backup");
        try
        {
            await BackupFile.WriteAsync(
                path,
                code,
                async (stream, stop) =>
                {
                    await using var tar = new TarWriter(stream, TarEntryFormat.Ustar, true);
                    await tar.WriteEntryAsync(
                        new UstarTarEntry(TarEntryType.RegularFile, "part")
                        {
                            DataStream = new MemoryStream(new byte[content]),
                        },
                        stop
                    );
                },
                cancel
            );
            var parts = 0;
            await BackupReader.EachAsync(path, code, (_, _) => Task.FromResult(++parts), cancel);
            Assert.Equal(1, parts);

            var bytes = await File.ReadAllBytesAsync(path, cancel);
            bytes[^1] ^= 1;
            await File.WriteAllBytesAsync(path, bytes, cancel);
            await Assert.ThrowsAsync<BackupException>(() =>
                BackupReader.EachAsync(path, code, (_, _) => Task.CompletedTask, cancel)
            );
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory, BothDatabases]
    public async Task A_backup_is_restored_over_nothing_that_is_there(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        await BackupTests.StoreAsync(moot);
        await using var here = Place.Of(moot);
        await here.BackUpAsync();
        var file = Directory.GetFiles(here.Backups).Single();
        var (refused, said) = await here.RestoreAsync(file, await here.CodeAsync());
        Assert.Equal(1, refused);
        Assert.Contains("There is a database here already", said, StringComparison.Ordinal);

        await using var there = await Place.BlankAsync(database);
        Directory.CreateDirectory(Path.Combine(there.Folder, "files", "ab"));
        var own = Path.Combine(there.Folder, "files", "ab", "own");
        await File.WriteAllTextAsync(own, "own", TestContext.Current.CancellationToken);
        (refused, said) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.Equal(1, refused);
        Assert.Contains("There are files in", said, StringComparison.Ordinal);
        Assert.Equal([own], there.Files);
        File.Delete(own);
        var key = Path.Combine(there.Keys, "partnership.key");
        await File.WriteAllTextAsync(key, "own", TestContext.Current.CancellationToken);
        (refused, said) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.Equal(1, refused);
        Assert.Contains("There are keys in", said, StringComparison.Ordinal);
        Assert.Equal([key], there.Files);
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-journal")]
    public async Task What_a_killed_process_left_of_another_database_is_not_taken_for_this_ones(
        string ending
    )
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await using var here = Place.Of(moot);
        await here.BackUpAsync();
        await using var there = await Place.BlankAsync(Database.Sqlite);
        var left = there.Address.Text + ending;
        await File.WriteAllTextAsync(left, "left", TestContext.Current.CancellationToken);
        var file = Directory.GetFiles(here.Backups).Single();
        var (refused, said) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.Equal(1, refused);
        Assert.Contains("what one left behind", said, StringComparison.Ordinal);
        Assert.Equal([left], there.Files);
    }
}
