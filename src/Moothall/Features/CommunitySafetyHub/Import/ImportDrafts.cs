using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>A file as it was brought.</summary>
/// <param name="FileName">Its clean name.</param>
/// <param name="ContentType">The type found in its content.</param>
/// <param name="Content">All of it.</param>
/// <param name="HeldOn">For minutes, the day of their meeting.</param>
public sealed record BroughtFile(
    string FileName,
    string ContentType,
    byte[] Content,
    DateOnly? HeldOn
);

/// <summary>A list that someone began to bring in.</summary>
public sealed record BegunImport(Guid Id, ImportKind Kind, string FileName, DateTime At);

/// <summary>Keeps a list that is being brought in, encrypted, for the person who brings it and nobody else, for a day.</summary>
public sealed class ImportDrafts(
    MoothallDb db,
    CurrentUser user,
    IDataProtectionProvider protection,
    TimeProvider clock
)
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("Moothall.Import.Draft");

    /// <summary>Keeps a file; the caller saves.</summary>
    public ImportDraft Keep(Guid bodyId, ImportKind kind, BroughtFile file)
    {
        var draft = new ImportDraft
        {
            UserId = user.Id,
            BodyId = bodyId,
            Kind = kind,
            Content = protector.Protect(JsonSerializer.SerializeToUtf8Bytes(file)),
            Answers = Seal(new Dictionary<string, string>()),
            SavedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(draft);
        return draft;
    }

    /// <summary>The person's own draft, tracked, while it is kept.</summary>
    public Task<ImportDraft?> FindAsync(Guid id, CancellationToken cancel) =>
        Own.SingleOrDefaultAsync(draft => draft.Id == id, cancel);

    /// <summary>The person's own lists that they began to bring in and have not, the latest first.</summary>
    public async Task<IReadOnlyList<BegunImport>> BegunAsync(CancellationToken cancel) =>
        [
            .. (
                await Own.AsNoTracking()
                    .Where(draft => draft.ImportId == null)
                    .OrderByDescending(draft => draft.SavedAt)
                    .ToListAsync(cancel)
            ).Select(draft => new BegunImport(
                draft.Id,
                draft.Kind,
                FileOf(draft).FileName,
                draft.SavedAt
            )),
        ];

    /// <summary>The person's own draft of what became this import, while it is kept.</summary>
    public Task<ImportDraft?> OfImportAsync(Guid importId, CancellationToken cancel) =>
        Own.FirstOrDefaultAsync(draft => draft.ImportId == importId, cancel);

    /// <summary>The file of a draft.</summary>
    public BroughtFile FileOf(ImportDraft draft) =>
        JsonSerializer.Deserialize<BroughtFile>(protector.Unprotect(draft.Content))!;

    /// <summary>The answers given so far.</summary>
    public IReadOnlyDictionary<string, string> AnswersOf(ImportDraft draft) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(draft.Answers))!;

    /// <summary>Keeps more answers; the caller saves.</summary>
    public void Answer(ImportDraft draft, IReadOnlyDictionary<string, string> given)
    {
        var answers = AnswersOf(draft).ToDictionary();
        foreach (var (key, value) in given)
        {
            answers[key] = value;
        }

        draft.Answers = Seal(answers);
    }

    private IQueryable<ImportDraft> Own
    {
        get
        {
            var since = clock.GetUtcNow().UtcDateTime - KeptFor;
            return db.Set<ImportDraft>()
                .Where(draft => draft.UserId == user.Id && draft.SavedAt > since);
        }
    }

    private byte[] Seal(Dictionary<string, string> answers) =>
        protector.Protect(JsonSerializer.SerializeToUtf8Bytes(answers));
}
