using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Forms;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>A referral being filled in: what was typed, encrypted, for its writer alone. It is no record yet (settled 21).</summary>
public sealed class ReferralDraft : Record, IUnaudited
{
    public required Guid UserId { get; init; }

    /// <summary>The form it belongs to; for a returned referral the referral's own identifier.</summary>
    public required Guid FormId { get; init; }

    [Secret]
    public required byte[] Values { get; init; }
    public required DateTime SavedAt { get; init; }
}

internal sealed class ReferralDraftMapping : IEntityTypeConfiguration<ReferralDraft>
{
    public void Configure(EntityTypeBuilder<ReferralDraft> builder) =>
        builder.HasIndex(draft => new { draft.UserId, draft.FormId }).IsUnique();
}

/// <summary>Keeps, finds and forgets the drafts of the person signed in; nobody else's can be reached.</summary>
public sealed class ReferralDrafts(
    MoothallDb db,
    CurrentUser user,
    PostedValues posted,
    TimeProvider clock
)
{
    /// <summary>The person's own drafts.</summary>
    public IQueryable<ReferralDraft> Own =>
        db.Set<ReferralDraft>().AsNoTracking().Where(draft => draft.UserId == user.Id);

    /// <summary>Keeps what was typed, in place of what the same form held before.</summary>
    public Task SaveAsync(Guid formId, IFormCollection form, CancellationToken cancel) =>
        SaveAsync(formId, posted.Protect(form), clock.GetUtcNow().UtcDateTime, cancel);

    /// <summary>
    /// Keeps a form whose session had ended when it was saved (settled 22), unless the same form has been saved since.
    /// The form's own identifier says whose draft it is.
    /// </summary>
    public async Task SaveHeldAsync(HeldForm held, CancellationToken cancel)
    {
        var name = posted
            .Unprotect(held.Values)
            .GetValueOrDefault("Input.FormId")
            ?.FirstOrDefault();
        if (
            Guid.TryParse(name, out var formId)
            && formId != Guid.Empty
            && !await Own.AnyAsync(
                draft => draft.FormId == formId && draft.SavedAt > held.HeldAt,
                cancel
            )
        )
        {
            await SaveAsync(formId, held.Values, held.HeldAt, cancel);
        }
    }

    private async Task SaveAsync(Guid formId, byte[] values, DateTime now, CancellationToken cancel)
    {
        if (await ReplaceAsync(formId, values, now, cancel) > 0)
        {
            return;
        }

        var draft = new ReferralDraft
        {
            UserId = user.Id,
            FormId = formId,
            Values = values,
            SavedAt = now,
        };
        db.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The page saved by itself at the same moment as its writer did: one row, with the later text.
            db.Entry(draft).State = EntityState.Detached;
            if (await ReplaceAsync(formId, values, now, cancel) == 0)
            {
                throw;
            }
        }
    }

    /// <summary>What was typed, or nothing where there is no such draft of this person's.</summary>
    public async Task<byte[]?> FindAsync(Guid formId, CancellationToken cancel) =>
        await Own.Where(draft => draft.FormId == formId)
            .Select(draft => draft.Values)
            .SingleOrDefaultAsync(cancel);

    /// <summary>Forgets the draft of a form with the next save: it was sent, or its writer gave it up.</summary>
    public async Task ForgetAsync(Guid formId, CancellationToken cancel) =>
        db.RemoveRange(
            await db.Set<ReferralDraft>()
                .Where(draft => draft.UserId == user.Id && draft.FormId == formId)
                .ToListAsync(cancel)
        );

    private Task<int> ReplaceAsync(
        Guid formId,
        byte[] values,
        DateTime now,
        CancellationToken cancel
    ) =>
        db.InTurnAsync(
            () =>
                db.Set<ReferralDraft>()
                    .Where(draft => draft.UserId == user.Id && draft.FormId == formId)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(draft => draft.Values, values)
                                .SetProperty(draft => draft.SavedAt, now),
                        cancel
                    ),
            cancel
        );
}
