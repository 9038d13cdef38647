using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Corrections by the team. Two people who correct different sections at the same moment do not stop each other.</summary>
public sealed class MinutesEditing(MoothallDb db, HubViewers viewers, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <summary>The text of one section after a correction.</summary>
    /// <param name="SectionId">The section.</param>
    /// <param name="Heading">Its heading; nothing leaves it as it is.</param>
    /// <param name="Text">Its text, made from the text as it stands.</param>
    /// <param name="Version">The version that the person saw, where they typed.</param>
    public sealed record Correction(
        Guid SectionId,
        string? Heading,
        Func<string, string> Text,
        int? Version = null
    );

    /// <summary>Saves corrections of sections the person sees, and voids a signature where the text has changed.</summary>
    /// <returns>Why it cannot be done, or nothing.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the same section: the page shows both texts.</exception>
    public async Task<string?> SaveAsync(Guid meetingId, IReadOnlyList<Correction> corrections)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(meetingId, corrections);
            }
            catch (DbUpdateConcurrencyException conflict)
                when (attempt < MostTries && conflict.Entries.All(e => e.Entity is Minutes))
            {
                // Another section was changed, or the minutes were signed, in between. Look again: they may be frozen now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<string?> TryAsync(Guid meetingId, IReadOnlyList<Correction> corrections)
    {
        var viewer = await viewers.CurrentAsync();
        if (await db.FindMinutesAsync(meetingId, viewer) is not { } minutes)
        {
            return "These minutes are not there.";
        }

        var mine = (await db.SectionsForAsync(minutes, viewer)).ToDictionary(s => s.Id);
        foreach (var correction in corrections)
        {
            if (!mine.TryGetValue(correction.SectionId, out var section))
            {
                return "That part of the minutes is not there.";
            }

            if (correction.Version is { } version)
            {
                db.Expect(section, version);
            }

            var problem = minutes.Edit(
                section,
                correction.Heading ?? section.Heading,
                correction.Text(section.Text),
                viewer.Name,
                clock.GetUtcNow().UtcDateTime
            );
            if (problem is not null)
            {
                return problem;
            }
        }

        await db.SaveChangesAsync();
        return null;
    }
}
