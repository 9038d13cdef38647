using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Members;

/// <summary>Any agency: council, police, charity. A council's services are members of their own and share the organisation.</summary>
public sealed class Organisation : Record
{
    public required string Name { get; set; }

    /// <summary>Whether it is named in section 5(1) of the Crime and Disorder Act 1998 (R1.2).</summary>
    public bool IsResponsibleAuthority { get; set; }

    /// <summary>The one of this name, added where there is none yet.</summary>
    public static async Task<Organisation> NamedAsync(MoothallDb db, string name)
    {
        var known = await db.Set<Organisation>().SingleOrDefaultAsync(one => one.Name == name);
        if (known is null)
        {
            known = new()
            {
                Name = name,
                IsResponsibleAuthority = ResponsibleAuthorities.Includes(name),
            };
            db.Add(known);
        }

        return known;
    }
}
