using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Features.Partnership.Topics;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Loads what a list is read against, in a fixed number of queries and no further than whoever brings it may see.</summary>
public sealed class KnownWorlds(MoothallDb db, TimeProvider clock)
{
    /// <summary>What the viewer may know of a hub.</summary>
    public async Task<KnownWorld> LoadAsync(
        Guid bodyId,
        HubViewer viewer,
        CancellationToken cancel = default
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = UkTime.DateOf(now);
        var next = await db.Set<HubMeeting>()
            .Where(one =>
                one.BodyId == bodyId && one.StartsAt > now && one.Status == MeetingStatus.Planned
            )
            .OrderBy(one => one.StartsAt)
            .Select(one => (DateTime?)one.StartsAt)
            .FirstOrDefaultAsync(cancel);
        var organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new { one.Id, one.Name })
            .ToListAsync(cancel);
        var people = await db.Set<User>()
            .Where(user => user.LeftAt == null)
            .Select(user => new KnownPerson(user.Id, user.Name, user.Email ?? ""))
            .ToListAsync(cancel);
        var topics = await db.Set<Topic>()
            .Where(topic => !topic.IsRetired)
            .OrderBy(topic => topic.Order)
            .ThenBy(topic => topic.Label)
            .Select(topic => new KnownTopic(
                topic.Id,
                topic.Label,
                topic.LegalTerm,
                topic.DefaultVisibility
            ))
            .ToListAsync(cancel);
        return new(
            today,
            next is { } start ? UkTime.DateOf(start) : null,
            await AgenciesAsync(bodyId, today, people, cancel),
            topics,
            await CasesAsync(bodyId, viewer, cancel),
            people,
            [.. organisations.Select(one => (one.Id, one.Name))],
            await ActionsAsync(bodyId, viewer, cancel)
        )
        {
            FormerEmails = (
                await db.Set<User>()
                    .Where(user => user.LeftAt != null && user.Email != null)
                    .Select(user => user.Email!.ToLower())
                    .ToListAsync(cancel)
            ).ToHashSet(),
            Columns = await ColumnsAsync(bodyId, cancel),
        };
    }

    // The latest word on a heading counts; a list that was taken back has none.
    private async Task<Dictionary<ImportKind, IReadOnlyDictionary<string, string>>> ColumnsAsync(
        Guid bodyId,
        CancellationToken cancel
    )
    {
        var said = await (
            from import in db.Set<HubImport>()
            from column in import.Written
            where
                import.BodyId == bodyId
                && import.UndoneAt == null
                && column.Kind == ImportedRecord.Column
            orderby import.At
            select new
            {
                import.Kind,
                column.Name,
                Reading = column.Place,
            }
        ).ToListAsync(cancel);
        return said.GroupBy(one => one.Kind)
            .ToDictionary(
                kind => kind.Key,
                kind =>
                    (IReadOnlyDictionary<string, string>)
                        kind.GroupBy(one => ColumnAnswers.KeyOf(one.Name))
                            .ToDictionary(one => one.Key, one => one.Last().Reading)
            );
    }

    private async Task<IReadOnlyList<KnownAgency>> AgenciesAsync(
        Guid bodyId,
        DateOnly today,
        List<KnownPerson> people,
        CancellationToken cancel
    )
    {
        var members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(member => member.Representatives)
            .Where(member =>
                member.BodyId == bodyId && (member.LeftOn == null || member.LeftOn >= today)
            )
            .OrderBy(member => member.Order)
            .ThenBy(member => member.Name)
            .ToListAsync(cancel);
        var names = await db.Set<Organisation>()
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        return
        [
            .. members.Select(member => new KnownAgency(
                member.Id,
                member.Name,
                member.OrganisationId,
                member.OrganisationId is { } id ? names.GetValueOrDefault(id, "") : "",
                [
                    .. people.Where(person =>
                        member.Representatives.Exists(one =>
                            one.UserId == person.UserId
                            && one.From <= today
                            && (one.Until is null || one.Until >= today)
                        )
                    ),
                ]
            )),
        ];
    }

    // Compared and shown to nobody but where one fits; the plan says which, and the page notes that look.
    private async Task<IReadOnlyList<KnownCase>> CasesAsync(
        Guid bodyId,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var cases = await db.Set<HubCase>()
            .VisibleTo(viewer, db)
            .Where(one => one.BodyId == bodyId)
            .Select(one => new
            {
                one.Id,
                one.Reference,
                one.OldReference,
                one.Title,
                People = one
                    .People.Select(person => new
                    {
                        person.SearchFamilyName,
                        person.GivenNames,
                        person.DateOfBirth,
                    })
                    .ToList(),
            })
            .ToListAsync(cancel);
        return
        [
            .. cases.Select(one => new KnownCase(
                one.Id,
                one.Reference,
                one.OldReference,
                one.Title,
                [
                    .. one.People.Select(person =>
                        (
                            person.SearchFamilyName,
                            NormalisedName.Of(person.GivenNames),
                            person.DateOfBirth
                        )
                    ),
                ]
            )),
        ];
    }

    private async Task<IReadOnlySet<string>> ActionsAsync(
        Guid bodyId,
        HubViewer viewer,
        CancellationToken cancel
    )
    {
        var actions = await db.Set<HubAction>()
            .VisibleTo(viewer, db)
            .Where(one => one.BodyId == bodyId && one.Status == ActionStatus.Open)
            .Select(one => new { one.OwnerMembershipId, one.Text })
            .ToListAsync(cancel);
        return actions
            .Select(one => KnownWorld.ActionKey(one.OwnerMembershipId, one.Text))
            .ToHashSet();
    }
}
