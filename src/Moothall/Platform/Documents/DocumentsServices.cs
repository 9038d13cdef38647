using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Moothall.Platform.Documents;

/// <summary>Registers the file store, the partnership's key and the PDF printer.</summary>
public static class DocumentsServices
{
    private const int RoomForOtherFields = 1024 * 1024;

    /// <summary>Adds <see cref="IFileStore"/>, <see cref="UploadKeeper"/>, <see cref="PartnershipKey"/> and <see cref="PdfPrinter"/>, configured by the section <c>Documents</c>.</summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="dataFolder">Folder in which files lie unless the settings say otherwise.</param>
    /// <param name="keyFolder">Folder of the key file unless the settings say otherwise.</param>
    public static IServiceCollection AddDocuments(
        this IServiceCollection services,
        IConfiguration configuration,
        string dataFolder,
        string keyFolder
    )
    {
        services
            .AddOptions<DocumentsOptions>()
            .Configure(options =>
            {
                options.FilesPath = Path.Combine(dataFolder, "files");
                options.KeyFile = Path.Combine(keyFolder, "partnership.key");
            })
            .Bind(configuration.GetSection("Documents"));

        // Uploads wait in memory, so that nothing of them lies on a disk in the clear.
        services
            .AddOptions<FormOptions>()
            .Configure<IOptions<DocumentsOptions>>(
                (form, documents) =>
                {
                    var largest = documents.Value.LargestUpload + RoomForOtherFields;
                    form.MultipartBodyLengthLimit = largest;
                    form.MemoryBufferThreshold = (int)Math.Min(largest, int.MaxValue);
                }
            );
        services.TryAddTime();
        services.AddSingleton(provider =>
            KeyOf(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value)
        );
        services.AddSingleton(provider => new EncryptedFileStore(
            provider.GetRequiredService<IOptions<DocumentsOptions>>().Value.FilesPath,
            provider.GetRequiredService<PartnershipKey>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IFileStore>(provider =>
            provider.GetRequiredService<EncryptedFileStore>()
        );
        services.AddScoped<UploadKeeper>();
        services.AddSingleton<PdfPrinter>();
        return services;
    }

    private static void TryAddTime(this IServiceCollection services) =>
        Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton(
            services,
            TimeProvider.System
        );

    // A new key beside old files would hide that the old key was lost.
    private static PartnershipKey KeyOf(DocumentsOptions options)
    {
        var files = Path.GetFullPath(options.FilesPath) + Path.DirectorySeparatorChar;
        if (Path.GetFullPath(options.KeyFile).StartsWith(files, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(
                "The key file must not lie among the files it protects (Documents:KeyFile)."
            );
        }

        return EncryptedFileStore.HoldsFiles(options.FilesPath)
            ? PartnershipKey.Load(options.KeyFile)
            : PartnershipKey.LoadOrCreate(options.KeyFile);
    }
}
