# Our roles: docker-compose.yml runs this image four times with another --role.
FROM node:24-slim

WORKDIR /app
ENV NODE_ENV=production

# Dependencies first: they change less often than the code. The install scripts are needed: the SDK's core and Node
# itself arrive by them.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY . .
# The console's pages: the api of a container has no right to write them.
RUN npm run build

# Everything that is written lies in volumes owned by this user.
RUN mkdir -p /var/lib/callwright/home /var/lib/callwright/recordings /var/lib/callwright/prompts/u \
  && chown -R node:node /var/lib/callwright
USER node

CMD ["npm", "start"]
