using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Documents;
using Moothall.Tests.Features.Account;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Platform.Backups;

/// <summary>One file and one code rebuild everything on a blank machine.</summary>
public sealed class BackupTests
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(200_000);

    [Theory, BothDatabases]
    public async Task A_blank_machine_has_everything_again_from_one_file_and_one_code(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        await moot.GiveCredentialsAsync(People.Coordinator);
        var stored = await StoreAsync(moot);
        await using var here = Place.Of(moot);
        var (made, said) = await here.BackUpAsync();
        Assert.True(made == 0, said);
        // What it says is kept in a log, where the code must not stand.
        Assert.Contains("Write it down", said, StringComparison.Ordinal);
        Assert.DoesNotContain((await here.CodeAsync()).Trim(), said, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(here.Backups));
        if (!OperatingSystem.IsWindows())
        {
            var modes = new[] { file, Path.Combine(here.Keys, "recovery.code") }.Select(
                File.GetUnixFileMode
            );
            Assert.All(
                modes,
                mode => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode)
            );
        }

        // The application goes on, and what it does later is not in the backup.
        var before = await moot.WithAsync(db => db.Set<AuditEntry>().CountAsync());
        await StoreAsync(moot);

        await using var there = await Place.BlankAsync(database);
        var (restored, words) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.True(restored == 0, words);
        Assert.Contains($"{before} audit entries, 1 files", words, StringComparison.Ordinal);
        await using var again = there.Start();
        Assert.Equal(People.All.Count, await again.WithAsync(db => db.Set<User>().CountAsync()));
        Assert.Null((await again.WithAsync(db => AuditVerifier.VerifyAsync(db))).BrokenAt);
        Assert.Equal(Content, await OpenAsync(again, stored));
        using var browser = again.Visitor();
        var code = await browser.PasswordAsync(People.Coordinator);
        Assert.Equal("/", (await browser.CodeAsync(code, again.CodeNow())).Path);
        // The code came along, so the next backup needs nobody to write another down.
        Assert.Equal(await here.CodeAsync(), await there.CodeAsync());
    }

    [Theory, BothDatabases]
    public async Task A_file_lost_before_is_said_and_the_rest_is_kept(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var lost = await StoreAsync(moot);
        var stored = await StoreAsync(moot);
        moot.Services.GetRequiredService<IFileStore>().Delete(lost.Name);
        await using var here = Place.Of(moot);
        var (made, said) = await here.BackUpAsync();
        Assert.Equal(2, made);
        Assert.Contains(
            $"the file {lost.Name}, and it is not there",
            said,
            StringComparison.Ordinal
        );

        await using var there = await Place.BlankAsync(database);
        var file = Directory.GetFiles(here.Backups).Single();
        (made, said) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.Equal(2, made);
        Assert.Contains($"{lost.Name} was missing already", said, StringComparison.Ordinal);
        await using var again = there.Start();
        Assert.Equal(Content, await OpenAsync(again, stored));
    }

    [Theory, BothDatabases]
    public async Task Files_deleted_while_it_is_made_are_wholly_in_it_or_not_at_all(
        Database database
    )
    {
        await using var moot = await Moot.StartAsync(database);
        for (var number = 0; number < 20; number++)
        {
            await StoreAsync(moot);
        }

        await using var here = Place.Of(moot);
        var deleting = Task.Run(
            async () =>
            {
                for (var number = 0; number < 20; number++)
                {
                    await moot.WithAsync(async db =>
                    {
                        var file = await db.Set<StoredFile>().OrderBy(one => one.Id).FirstAsync();
                        db.Remove(file);
                        await db.SaveChangesAsync();
                        moot.Services.GetRequiredService<IFileStore>().Delete(file.StoreName);
                    });
                }
            },
            TestContext.Current.CancellationToken
        );
        var (made, said) = await here.BackUpAsync();
        Assert.True(made == 0, said);
        await deleting;
        await using var there = await Place.BlankAsync(database);
        var file = Directory.GetFiles(here.Backups).Single();
        (made, said) = await there.RestoreAsync(file, await here.CodeAsync());
        Assert.True(made == 0, said);
    }

    [Fact]
    public async Task The_oldest_are_deleted_beyond_those_that_are_kept_and_other_files_are_not()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await using var here = Place.Of(moot);
        Directory.CreateDirectory(here.Backups);
        foreach (
            var name in new[] { "moothall-20200101-000000", "moothall-20200102-000000", "mine" }
        )
        {
            await File.WriteAllTextAsync(
                Path.Combine(here.Backups, name + ".backup"),
                "old",
                TestContext.Current.CancellationToken
            );
        }

        await here.BackUpAsync();
        var left = Directory
            .GetFiles(here.Backups)
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(3, left.Count);
        Assert.Equal(["mine.backup", "moothall-20200102-000000.backup"], left[..2]);
    }

    [Fact]
    public async Task A_file_under_that_name_is_left_as_it_is()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await using var here = Place.Of(moot);
        var file = Path.Combine(here.Folder, "mine.backup");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        var (made, said) = await here.BackUpAsync(file);
        Assert.Equal(1, made);
        Assert.Contains("already. Choose another name", said, StringComparison.Ordinal);
        Assert.Equal(
            "mine",
            await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_leaves_nothing_that_looks_like_a_backup()
    {
        await using var moot = await Moot.StartAsync(Database.Sqlite);
        await StoreAsync(moot);
        await using var here = Place.Of(moot);
        var (made, said) = await here.BackUpAsync("/dev/full/x.backup");
        Assert.Equal(1, made);
        Assert.Contains("could not be made", said, StringComparison.Ordinal);
        Assert.DoesNotContain(here.Files, file => file.EndsWith(".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_programs_of_PostgreSQL_it_says_which_to_install()
    {
        await using var moot = await Moot.StartAsync(Database.Postgres);
        _ = moot.Server;
        await using var here = Place.Of(moot, ("PostgresPrograms", "/nowhere"));
        var (made, said) = await here.BackUpAsync();
        Assert.Equal(1, made);
        Assert.Contains("Install the package postgresql-client", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(here.Backups));
    }

    internal static async Task<StoredContent> StoreAsync(Moot moot)
    {
        var store = moot.Services.GetRequiredService<IFileStore>();
        var content = await store.SaveAsync(
            new MemoryStream(Content),
            TestContext.Current.CancellationToken
        );
        var now = moot.Clock.GetUtcNow().UtcDateTime;
        await moot.AddAsync(
            StoredFile.Of(content, "application/pdf", "letter.pdf", now, People.Coordinator.Id)
        );
        return content;
    }

    internal static async Task<byte[]> OpenAsync(Moot moot, StoredContent content)
    {
        await using var stream = moot.Services.GetRequiredService<IFileStore>().Open(content);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
