using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Moothall.Platform.Documents;
using Moothall.Platform.Documents.Tables;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Keeps minutes of a meeting held before the hub moved in: the paper as it was, encrypted, and its words to read.</summary>
public sealed class PastMinutesWriter(IFileStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector(
        "Moothall.Import.PastMinutes"
    );

    /// <summary>Keeps them under an import; the caller saves.</summary>
    /// <exception cref="StorageFullException">There is no room left for files.</exception>
    internal async Task WriteAsync(
        ImportPen pen,
        BroughtFile file,
        DateOnly heldOn,
        CancellationToken cancel
    )
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stored = StoredFile.Of(
            await store.SaveAsync(content, cancel),
            file.ContentType,
            file.FileName,
            pen.Now,
            pen.Viewer.UserId
        );
        var name = $"the minutes of {UkTime.Date(heldOn)}";
        pen.Add(stored, name, file.FileName);
        pen.Add(
            new PastMinutes
            {
                BodyId = pen.Import.BodyId,
                HeldOn = heldOn,
                FileId = stored.Id,
                FileName = stored.FileName,
                Text = protector.Protect(
                    Encoding.UTF8.GetBytes(TableReader.ReadWords(file.Content, file.FileName).Text)
                ),
                ByName = pen.Viewer.Name,
                BroughtAt = pen.Now,
            },
            name,
            file.FileName
        );
    }

    /// <summary>The words of minutes.</summary>
    public string TextOf(PastMinutes minutes) =>
        Encoding.UTF8.GetString(protector.Unprotect(minutes.Text));
}
