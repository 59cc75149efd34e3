using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Judges <see cref="FulcrumClientOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class FulcrumClientOptionsValidator : IValidateOptions<FulcrumClientOptions>;
