using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moothall.Platform.Documents;

namespace Moothall.Tests.Platform.Documents;

public sealed class PartnershipKeyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private string KeyFile => folder["keys/partnership.key"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Key_is_made_once_for_the_applications_account_only()
    {
        var sealedBytes = PartnershipKey.LoadOrCreate(KeyFile).Seal("draft", "7", "hello"u8);
        Assert.Equal(
            "hello"u8.ToArray(),
            PartnershipKey.LoadOrCreate(KeyFile).Open("draft", "7", sealedBytes)
        );
        Assert.Single(Directory.EnumerateFiles(folder["keys"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(KeyFile)
            );
        }
    }

    [Fact]
    public async Task What_cannot_be_made_is_not_waited_for()
    {
        var file = folder[new string('k', 300)];
        var making = Task.Run(
            () => PartnershipKey.LoadOrCreate(file),
            TestContext.Current.CancellationToken
        );
        await Assert.ThrowsAsync<PathTooLongException>(() =>
            making.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Processes_that_start_together_agree_on_one_key()
    {
        // Many times: who is first is decided in an instant.
        for (var start = 0; start < 50; start++)
        {
            var file = Path.Combine(folder["keys"], $"{start}", "key");
            using var together = new Barrier(8);
            var keys = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(_ =>
                        Task.Factory.StartNew(
                            () =>
                            {
                                together.SignalAndWait();
                                return PartnershipKey.LoadOrCreate(file);
                            },
                            TestContext.Current.CancellationToken,
                            TaskCreationOptions.LongRunning,
                            TaskScheduler.Default
                        )
                    )
            );
            var sealedBytes = keys[0].Seal("draft", "7", "hello"u8);
            Assert.All(
                keys,
                key => Assert.Equal("hello"u8.ToArray(), key.Open("draft", "7", sealedBytes))
            );
            Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(file)!));
        }
    }

    [Fact]
    public void Key_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has other file permissions.");
            return;
        }

        PartnershipKey.LoadOrCreate(KeyFile);
        File.SetUnixFileMode(KeyFile, (UnixFileMode)0b110_100_000);
        var error = Assert.Throws<InvalidOperationException>(() => PartnershipKey.Load(KeyFile));
        Assert.Contains("0600", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("moothall-key-1:c2hvcnQ=\n")]
    [InlineData("moothall-key-1:not base64\n")]
    [InlineData("something else\n")]
    public void File_that_holds_no_key_is_refused(string text)
    {
        PartnershipKey.LoadOrCreate(KeyFile);
        File.WriteAllText(KeyFile, text);
        Assert.Throws<InvalidOperationException>(() => PartnershipKey.Load(KeyFile));
    }

    [Fact]
    public void Key_can_be_replaced_without_losing_what_the_old_one_sealed()
    {
        var before = PartnershipKey.LoadOrCreate(KeyFile).Seal("draft", "7", "old"u8);
        PartnershipKey.LoadOrCreate(folder["new.key"]);
        File.WriteAllText(KeyFile, File.ReadAllText(folder["new.key"]) + File.ReadAllText(KeyFile));
        var key = PartnershipKey.Load(KeyFile);

        Assert.Equal("old"u8.ToArray(), key.Open("draft", "7", before));
        var after = key.Seal("draft", "7", "new"u8);
        Assert.Equal(
            "new"u8.ToArray(),
            PartnershipKey.Load(folder["new.key"]).Open("draft", "7", after)
        );
    }

    [Fact]
    public void Sealed_value_opens_only_where_it_belongs_and_unchanged()
    {
        var key = PartnershipKey.LoadOrCreate(KeyFile);
        var sealedBytes = key.Seal("draft", "7", Encoding.UTF8.GetBytes("secret"));
        Assert.ThrowsAny<CryptographicException>(() => key.Open("draft", "8", sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() => key.Open("password", "7", sealedBytes));
        Assert.ThrowsAny<CryptographicException>(() =>
            key.Open("draft", "7", sealedBytes.AsSpan(..20))
        );
        for (var place = 0; place < sealedBytes.Length; place++)
        {
            var bad = sealedBytes.ToArray();
            bad[place] ^= 0x80;
            Assert.ThrowsAny<CryptographicException>(() => key.Open("draft", "7", bad));
        }
    }

    [Fact]
    public async Task Registered_services_store_files_and_notice_a_lost_key()
    {
        await using (var first = Services())
        {
            var store = first.GetRequiredService<IFileStore>();
            var content = await store.SaveAsync(
                new MemoryStream([1, 2, 3]),
                TestContext.Current.CancellationToken
            );
            await using var stream = store.Open(content);
            Assert.Equal(1, stream.ReadByte());
        }

        File.Delete(KeyFile);
        await using var second = Services();
        var error = Assert.Throws<InvalidOperationException>(() =>
            second.GetRequiredService<IFileStore>()
        );
        Assert.Contains("missing", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task Key_among_the_files_is_refused()
    {
        await using var services = Services(keyFile: folder["files/partnership.key"]);
        Assert.Throws<InvalidOperationException>(() =>
            services.GetRequiredService<PartnershipKey>()
        );
    }

    private ServiceProvider Services(string? keyFile = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Documents:FilesPath"] = folder["files"],
            ["Documents:KeyFile"] = keyFile ?? KeyFile,
        };
        var services = new ServiceCollection();
        services.AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>));
        services.AddDocuments(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build(),
            folder.Path,
            folder.Path
        );
        return services.BuildServiceProvider();
    }
}
