using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
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
        var invited = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in planned)
        {
            var memberId = one.Existing?.MembershipId ?? Admit(one, ++last);
            foreach (var person in one.People.Where(person => person.NotYet is null))
            {
                pen.Add(
                    new Representative
                    {
                        MembershipId = memberId,
                        UserId = person.Account?.UserId ?? Prepare(one, person),
                        IsDeputy = person.IsDeputy,
                        From = pen.Today,
                    },
                    one.Existing?.Name ?? one.Name,
                    one.Place
                );
            }
        }

        Guid Prepare(PlannedMember one, PlannedRepresentative person)
        {
            if (invited.TryGetValue(person.Email, out var known))
            {
                return known;
            }

            // Without a role, a password and an invitation one is known to the partnership and can do nothing here.
            var user = new User
            {
                Id = RecordIdentifier.Next(),
                Name = person.Name,
                Post = person.Post,
                OrganisationId = one.Existing is { } member
                    ? member.OrganisationId
                    : OrganisationOf(one),
                UserName = person.Email,
                NormalizedUserName = person.Email.ToUpperInvariant(),
                Email = person.Email,
                NormalizedEmail = person.Email.ToUpperInvariant(),
                PhoneNumber = person.Telephone.Length > 0 ? person.Telephone : null,
                SecurityStamp = Guid.CreateVersion7().ToString("N"),
                // Whoever changes the account changes this, so that taking back leaves it alone.
                ConcurrencyStamp = pen.Import.Id.ToString(),
                LockoutEnabled = true,
            };
            db.Add(user);
            pen.Remember(nameof(User), user.Id, one.Existing?.Name ?? one.Name, one.Place);
            return invited[person.Email] = user.Id;
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
