using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>Puts a planned action on the list of open actions.</summary>
internal static class ActionWriting
{
    public static void Write(ImportPen pen, PlannedAction planned)
    {
        var action = new HubAction
        {
            BodyId = pen.Import.BodyId,
            CaseId = planned.Case?.Id,
            MeetingId = null,
            Text = planned.Text,
            OwnerMembershipId = planned.Owner.MembershipId,
            OwnerName = planned.Owner.Name,
            OwnerUserId = planned.Person?.UserId,
            Due = planned.Due,
            AgreedAt = planned.AgreedOn is { } agreed
                ? UkTime.ToUtc(agreed, TimeOnly.MinValue)
                : pen.Now,
        };
        var name = $"the action of {planned.Owner.Name} due {UkTime.Date(planned.Due)}";
        pen.Add(action, name, planned.Place);
        if (planned.Update.Length > 0)
        {
            pen.Add(
                new ActionUpdate
                {
                    ActionId = action.Id,
                    At = pen.Now,
                    ByUserId = pen.Viewer.UserId,
                    ByName = pen.Viewer.Name,
                    Progress = ReportedProgress.InProgress,
                    Text = $"{planned.Update}\n{pen.Whence}.",
                },
                name,
                planned.Place
            );
        }
    }
}

/// <summary>Admits planned members. Being admitted opens nothing: the basis for sharing is recorded on its own page (S1-4.2).</summary>
internal static class MemberWriting
{
    public static async Task WriteAsync(
        MoothallDb db,
        ImportPen pen,
        IReadOnlyList<PlannedMember> planned,
        CancellationToken cancel
    )
    {
        var bodyId = pen.Import.BodyId;
        var last =
            await db.Set<HubMembership>()
                .Where(one => one.BodyId == bodyId)
                .MaxAsync(one => (int?)one.Order, cancel)
            ?? 0;
        var made = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var one in planned)
        {
            var memberId = one.Existing?.MembershipId ?? Admit(one, ++last);
            foreach (var person in one.People.Where(person => person.Account is not null))
            {
                pen.Add(
                    new Representative
                    {
                        MembershipId = memberId,
                        UserId = person.Account!.UserId,
                        IsDeputy = person.IsDeputy,
                        From = pen.Today,
                    },
                    one.Existing?.Name ?? one.Name,
                    one.Place
                );
            }
        }

        Guid Admit(PlannedMember one, int order)
        {
            var member = new HubMembership
            {
                BodyId = bodyId,
                Name = one.Name,
                Kind = one.IsService ? MemberKind.Service : MemberKind.Organisation,
                OrganisationId = OrganisationOf(one),
                Order = order,
                Note = one.Note,
            };
            pen.Add(member, one.Name, one.Place);
            return member.Id;
        }

        Guid OrganisationOf(PlannedMember one)
        {
            var key = NormalisedName.Of(one.OrganisationName);
            if (one.OrganisationId is { } known || made.TryGetValue(key, out known))
            {
                return known;
            }

            var organisation = new Organisation
            {
                Name = one.OrganisationName,
                IsResponsibleAuthority = ResponsibleAuthorities.Includes(one.OrganisationName),
            };
            pen.Add(organisation, one.Name, one.Place);
            return made[key] = organisation.Id;
        }
    }
}
