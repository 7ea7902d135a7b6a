/**
 * Variables that the SIP module sets. Names and sizes are those of the transcripts, so that events weigh what real
 * ones weigh (4–6 KB); the values stand for no real message.
 */

type Leg = { readonly from: string; readonly to: string; readonly address: string };

const sdp = (port: number): string =>
  `v=0\r\no=user1 53655765 2353687637 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${port} RTP/AVP 0\r\na=rtpmap:0 PCMU/8000\r\n`;

const localSdp =
  'v=0\r\no=FreeSWITCH 1795261155 1795261156 IN IP4 127.0.0.1\r\ns=FreeSWITCH\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 31954 RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\na=sendrecv\r\n';

const codecs = 'OPUS,G722,PCMU,PCMA,H264,VP8';

/** What an inbound INVITE leaves on its channel. */
export function inboundSipVariables(leg: Leg, callerName: string, profile: string): Record<string, string> {
  const uri = `${leg.from}@${leg.address}`;
  const to = `${leg.to}@127.0.0.1:5080`;
  return {
    sip_from_user: leg.from,
    sip_from_uri: uri,
    sip_from_host: '127.0.0.1',
    video_media_flow: 'disabled',
    audio_media_flow: 'disabled',
    text_media_flow: 'disabled',
    sip_network_ip: '127.0.0.1',
    sip_received_ip: '127.0.0.1',
    sip_via_protocol: 'udp',
    sip_from_user_stripped: leg.from,
    sofia_profile_name: profile,
    sofia_profile_url: 'sip:mod_sofia@127.0.0.1:5080',
    recovery_profile_name: profile,
    sip_from_display: callerName,
    sip_full_from: `${callerName} <sip:${uri}>;tag=simulated`,
    sip_to_display: leg.to,
    sip_full_to: `${leg.to} <sip:${to}>`,
    sip_req_user: leg.to,
    sip_req_uri: to,
    sip_req_host: '127.0.0.1',
    sip_to_user: leg.to,
    sip_to_uri: to,
    sip_to_host: '127.0.0.1',
    sip_contact_user: leg.from,
    sip_contact_uri: uri,
    sip_contact_host: '127.0.0.1',
    rtp_use_codec_string: codecs,
    max_forwards: '70',
    switch_r_sdp: sdp(6028),
    ep_codec_string: 'CORE_PCM_MODULE.PCMU@8000h@20i@64000b',
    endpoint_disposition: 'DELAYED NEGOTIATION',
  };
}

/** What an outgoing INVITE leaves on its channel before any answer. */
export function outboundSipVariables(leg: Leg, profile: string): Record<string, string> {
  return {
    sip_profile_name: profile,
    text_media_flow: 'disabled',
    sip_destination_url: `sip:${leg.to}@${leg.address}`,
    rtp_use_codec_string: codecs,
    local_media_ip: '127.0.0.1',
    advertised_media_ip: '127.0.0.1',
    audio_media_flow: 'sendrecv',
    video_media_flow: 'sendrecv',
    rtp_local_sdp_str: localSdp,
    sip_outgoing_contact_uri: '<sip:mod_sofia@127.0.0.1:5080>',
    sip_req_uri: `${leg.to}@${leg.address}`,
    sip_to_host: leg.address,
    sip_from_host: '127.0.0.1',
    sofia_profile_name: profile,
    recovery_profile_name: profile,
    sofia_profile_url: 'sip:mod_sofia@127.0.0.1:5080',
  };
}

/** What is known once media has been negotiated. */
export function mediaVariables(): Record<string, string> {
  return {
    remote_video_media_flow: 'inactive',
    remote_text_media_flow: 'inactive',
    remote_audio_media_flow: 'sendrecv',
    audio_media_flow: 'sendrecv',
    rtp_audio_recv_pt: '0',
    rtp_use_codec_name: 'PCMU',
    rtp_use_codec_rate: '8000',
    rtp_use_codec_ptime: '20',
    rtp_use_codec_channels: '1',
    rtp_last_audio_codec_string: 'PCMU@8000h@20i@1c',
    read_codec: 'PCMU',
    original_read_codec: 'PCMU',
    read_rate: '8000',
    original_read_rate: '8000',
    write_codec: 'PCMU',
    write_rate: '8000',
    dtmf_type: 'rfc2833',
    local_media_ip: '127.0.0.1',
    advertised_media_ip: '127.0.0.1',
    rtp_use_timer_name: 'soft',
    rtp_use_pt: '0',
    rtp_2833_send_payload: '101',
    rtp_2833_recv_payload: '101',
    remote_media_ip: '127.0.0.1',
    remote_media_port: '6028',
    rtp_local_sdp_str: localSdp,
  };
}
