using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Members;

/// <summary>Any agency: council, police, charity. A council's services are members of their own and share the organisation.</summary>
public sealed class Organisation : Record
{
    public required string Name { get; set; }

    /// <summary>Whether it is named in section 5(1) of the Crime and Disorder Act 1998 (R1.2).</summary>
    public bool IsResponsibleAuthority { get; set; }
}
